import type { Money } from '../kernel/money';
import type { ShareRule } from './types';

interface Sharer {
  id: string;
  /** 0.01 m², above 0 */
  area: bigint;
}

/**
 * Each household's part of the owners' own amount (民法典 283: as agreed, else by the area of what each owns alone), in fen. The parts make
 * the whole to the fen: the fen that are left after dividing go to the largest remainders, and where those are alike, to whoever
 * comes first in the roll.
 */
export function sharesOf(total: Money, rule: ShareRule, roll: readonly Sharer[]): Map<string, Money> {
  const weights = roll.map(({ area }) => (rule === 'area' ? area : 1n));
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) return new Map();
  const shares = roll.map(({ id }, at) => {
    const product = total * (weights[at] ?? 0n);
    return { id, at, fen: product / whole, rest: product % whole };
  });
  const given = shares.reduce((sum, { fen }) => sum + fen, 0n);
  const byRest = [...shares].sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  for (const share of byRest.slice(0, Number(total - given))) share.fen += 1n;
  return new Map(shares.map(({ id, fen }) => [id, fen]));
}
