import type { PlanDetail } from '@/lib/domain/annual/answers';
import { formatMoney, parseMoney } from '@/lib/domain/kernel/money';

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

/** As it was saved or as it was typed, in one writing: 5 and 5.00 are one sum; what is not a number stays as typed. */
export function amountText(text: string): string {
  const sum = parseMoney(plain(text));
  return sum.ok && plain(text) !== '' ? formatMoney(sum.value).replace(/\.00$/, '') : plain(text);
}

interface Named {
  id: string;
  name: string;
}

/** Every place of the table by name; the pot has no minimum. */
export const cellsOf = (counties: readonly Named[], columns: readonly { code: string; name: string }[]) =>
  counties.flatMap((county) =>
    columns
      .filter(({ code }) => county.id !== POT || code !== MINIMUM)
      .map(({ code, name }) => ({ key: keyOf(county.id, code), label: `${county.name} · ${name}` })),
  );

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
