import type { PlanDetail } from '@/lib/domain/annual/answers';

/** What stands in the table of money: text by `county source`, and the minimum by county. */
export type MoneyValues = Record<string, string>;
export const POT = '';
export const keyOf = (county: string, column: string): string => `${county}|${column}`;
export const MINIMUM = 'minimum';

export function valuesOf({ budgets, counties }: Pick<PlanDetail, 'budgets' | 'counties'>): MoneyValues {
  return Object.fromEntries([
    ...budgets
      .filter(({ amount }) => amount !== '0.00')
      .map(({ countyId, source, amount }) => [keyOf(countyId ?? POT, source), amount]),
    ...counties.filter(({ minimum }) => minimum > 0).map(({ id, minimum }) => [keyOf(id, MINIMUM), String(minimum)]),
  ]);
}

const plain = (text: string) => text.replaceAll(/[,，\s]/g, '');

/** What is sent: sums as text in yuan; what is blank has no money. */
export function bodyOf(values: MoneyValues, counties: readonly string[], sources: readonly string[]) {
  const at = (county: string, column: string) => plain(values[keyOf(county, column)] ?? '');
  return {
    budgets: [POT, ...counties].flatMap((county) =>
      sources.flatMap((source) => {
        const amount = at(county, source);
        return amount === '' ? [] : [{ countyId: county || null, source, amount }];
      }),
    ),
    minimum: counties.map((countyId) => ({ countyId, minimum: Number(at(countyId, MINIMUM) || '0') })),
  };
}
