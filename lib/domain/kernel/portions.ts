import { type Money, sumMoney } from './money';

/** Who has a claim, and for how much (fen); a claim of nothing or less gets nothing. */
export interface Claim {
  id: string;
  gap: Money;
}

export interface Portions {
  /** what each gets, above 0; in the order of the claims */
  parts: Map<string, Money>;
  /** what nobody has a claim to */
  left: Money;
}

/**
 * Divides a sum over claims in proportion to them, to the fen: the fen that are left after dividing go to the largest remainders (where
 * alike, to whoever comes first). Nobody gets more than its claim; where the sum is more than all claims, the rest stays.
 */
export function portionsOf(total: Money, claims: readonly Claim[]): Portions {
  const open = claims.filter(({ gap }) => gap > 0n);
  const whole = sumMoney(open.map(({ gap }) => gap));
  if (total >= whole) return { parts: new Map(open.map(({ id, gap }) => [id, gap])), left: total - whole };
  const shares = open.map(({ id, gap }, at) => ({ id, at, fen: (total * gap) / whole, rest: (total * gap) % whole }));
  const given = sumMoney(shares.map(({ fen }) => fen));
  const byRest = [...shares].sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  for (const share of byRest.slice(0, Number(total - given))) share.fen += 1n;
  return { parts: new Map(shares.filter(({ fen }) => fen > 0n).map(({ id, fen }) => [id, fen])), left: 0n };
}
