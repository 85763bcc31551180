import { formatHundredths } from '../kernel/hundredths';
import type { Money } from '../kernel/money';

export const FIGURES = ['estimate', 'budget', 'contracts', 'finalAccount', 'audited'] as const;
export type FigureKey = (typeof FIGURES)[number];

export interface FigureRow {
  key: FigureKey;
  amount: Money | null;
  /** the nearest figure before it that is known: what it is compared with */
  against: FigureKey | null;
  difference: Money | null;
  /** with two places and its sign: '+10.35'; null where there is nothing to compare with */
  percent: string | null;
  /** further off than a tenth */
  flagged: boolean;
}

/** 决定: a step of more than 10 % is pointed out; exactly a tenth is not. */
const FLAG_PART = 10n;

const absolute = (value: Money) => (value < 0n ? -value : value);

/** Rounded half up by integers; never down to 0 while there is something, never down to the mark while it is passed. */
function percentText(difference: Money, base: Money, flagged: boolean): string {
  const size = absolute(difference);
  const rounded = (2n * size * 10_000n + base) / (2n * base);
  const floor = flagged ? 1_001n : size > 0n ? 1n : 0n;
  const hundredths = rounded < floor ? floor : rounded;
  const sign = difference < 0n ? '-' : difference > 0n ? '+' : '';
  return `${sign}${formatHundredths(hundredths)}`;
}

/** 概算 → 预算 → 合同 → 决算 → 审定, each beside the one before it. */
export function figureRows(amounts: Record<FigureKey, Money | null>): FigureRow[] {
  return FIGURES.map((key, at) => {
    const amount = amounts[key];
    const against = FIGURES.slice(0, at).findLast((earlier) => amounts[earlier] !== null) ?? null;
    const base = against && amounts[against];
    if (amount === null || base === null)
      return { key, amount, against, difference: null, percent: null, flagged: false };
    const difference = amount - base;
    const flagged = absolute(difference) * FLAG_PART > base;
    return {
      key,
      amount,
      against,
      difference,
      flagged,
      percent: base > 0n ? percentText(difference, base, flagged) : null,
    };
  });
}
