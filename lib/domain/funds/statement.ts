import { groupBy } from '../kernel/group-by';
import { formatMoney, type Money, sumMoney } from '../kernel/money';
import type { FundingSource } from '../rulebook/schema-funding';
import type { FigureTexts, PotLine, SourceLine } from './answers';
import { addFigures, type Figures, figuresOf } from './books';
import type { AccountClass, Pot } from './types';

/** An account of a project, and a line of its funding plan. Fen. */
export interface AccountRow extends Pot {
  class: AccountClass;
  balance: Money;
}
export interface PlannedRow {
  source: FundingSource;
  kind: string;
  amount: Money;
}

export const figureTexts = (figures: Figures): FigureTexts => ({
  allocated: formatMoney(figures.allocated),
  received: formatMoney(figures.received),
  paid: formatMoney(figures.paid),
  outstanding: formatMoney(figures.outstanding),
  left: formatMoney(figures.left),
});

/** What a funding plan names beside what the books hold: the gap is what is planned and not allocated. */
function beside(planned: Money, figures: Figures) {
  return { ...figureTexts(figures), planned: formatMoney(planned), gap: formatMoney(planned - figures.allocated) };
}

/** A project's money: in all, by source and kind, and by pot. Every sum comes from the accounts (figuresOf). */
export function statementOf(
  accounts: readonly AccountRow[],
  plan: readonly PlannedRow[],
  pending: readonly (Pot & { amount: Money })[],
  order: readonly FundingSource[],
): { total: SourceTotal; sources: SourceLine[]; pots: PotLine[] } {
  const keyOf = ({ source, kind }: { source: string; kind: string }) => `${source}/${kind}`;
  const potOf = ({ source, kind, earmark }: Pot) => `${source}/${kind}/${earmark}`;
  const byPot = groupBy(accounts, potOf);
  const asked = groupBy(pending, potOf);
  const pots = [...byPot].map(([key, rows]) => ({ ...(rows[0] as AccountRow), key, figures: figuresOf(rows) }));
  const booked = groupBy(pots, keyOf);
  const planned = groupBy(plan, keyOf);
  const at = ({ source }: { source: FundingSource }) => order.indexOf(source);
  const sources = [...new Set([...planned.keys(), ...booked.keys()])].map((key) => {
    const first = planned.get(key)?.[0] ?? booked.get(key)?.[0];
    const figures = addFigures((booked.get(key) ?? []).map((pot) => pot.figures));
    const sum = sumMoney((planned.get(key) ?? []).map(({ amount }) => amount));
    return { source: first?.source ?? 'other', kind: first?.kind ?? '', ...beside(sum, figures) };
  });
  const inOrder = <T extends { source: FundingSource; kind: string }>(rows: T[]) =>
    rows.sort((a, b) => at(a) - at(b) || (a.kind < b.kind ? -1 : 1));
  return {
    total: beside(sumMoney(plan.map(({ amount }) => amount)), figuresOf(accounts)),
    sources: inOrder(sources),
    pots: inOrder(
      pots.map(({ key, figures, source, kind, earmark }) => ({
        ...{ source, kind, earmark, ...figureTexts(figures) },
        pending: formatMoney(sumMoney((asked.get(key) ?? []).map(({ amount }) => amount))),
      })),
    ),
  };
}

export type SourceTotal = FigureTexts & { planned: string; gap: string };
