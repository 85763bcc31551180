import { type Money, sumMoney } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import type { Rulebook } from '../rulebook/schema';
import { amountReasons } from './contracts';

type Sources = Rulebook['funding']['sources'];

/** A line of the funding plan: one of the rule book's sources and, where that has kinds, one of them. */
export function fundingReasons(
  sources: Sources,
  { source, kind, amount }: { source: string; kind: string | null; amount: Money },
): Reason[] {
  const found = sources.find(({ code }) => code === source);
  const fits = found && (found.kinds.length === 0 ? kind === null : found.kinds.some(({ code }) => code === kind));
  return [
    ...(found ? [] : [reason('funding.sourceUnknown', { found: source }, { field: 'source' })]),
    ...(found && !fits
      ? [reason('funding.kindUnknown', { source: found.name }, { clause: found.clause, field: 'kind' })]
      : []),
    ...amountReasons(amount),
  ];
}

export interface FundingBalance {
  sum: Money;
  cost: Money;
  /** sum − cost, to the fen: negative is still to be found */
  difference: Money;
  state: 'short' | 'equal' | 'over';
}

/** The funding plan beside what the plans cost (stage 3 asks that they are equal). */
export function fundingBalance(amounts: Iterable<Money>, cost: Money): FundingBalance {
  const sum = sumMoney(amounts);
  const difference = sum - cost;
  return { sum, cost, difference, state: difference < 0n ? 'short' : difference > 0n ? 'over' : 'equal' };
}
