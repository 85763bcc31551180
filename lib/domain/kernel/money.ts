import { formatHundredths, parseHundredths } from './hundredths';
import { type Decision, ok, reason, refused } from './result';

/** Money in integer fen (分); never a floating-point number of yuan. */
export type Money = bigint;

/** Reads yuan ('12.34', '-3') exactly into fen. Refuses more than two decimals, separators and anything else: money.unreadable. */
export function parseMoney(text: string): Decision<Money> {
  const fen = parseHundredths(text);
  return fen === undefined ? refused(reason('money.unreadable', { found: text })) : ok(fen);
}

/** Fen as plain yuan with two places: 1234n → '12.34'. For the eye use lib/format. */
export function formatMoney(fen: Money): string {
  return formatHundredths(fen);
}

/** The lesser of two sums. */
export function lesserOf(one: Money, other: Money): Money {
  if (one > other) return other;
  return one;
}

/** Sum in fen; an empty list is 0. */
export function sumMoney(amounts: Iterable<Money>): Money {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
