import { lesserOf, type Money } from '../kernel/money';

/**
 * Turns so much of the parts that fit into what `into` makes of them, in their order, each in full before the next; the parts stay a whole.
 * What found no room comes back as `left`.
 */
export function pour<T extends { amount: Money }>(
  parts: readonly T[],
  amount: Money,
  fits: (part: T) => boolean,
  into: (part: T) => T,
): { parts: T[]; left: Money } {
  let left = amount;
  const poured = parts.flatMap((part) => {
    if (left <= 0n || !fits(part)) return [part];
    const taken = lesserOf(left, part.amount);
    left -= taken;
    const rest = part.amount - taken;
    return [{ ...into(part), amount: taken }, ...(rest > 0n ? [{ ...part, amount: rest }] : [])];
  });
  return { parts: poured, left };
}
