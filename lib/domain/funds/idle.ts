import { addDays, type CalendarDate, daysBetween } from '../kernel/calendar-date';
import { type Money, sumMoney } from '../kernel/money';

/** Money that came in on a day. Fen, above 0. */
export interface Receipt {
  on: CalendarDate;
  amount: Money;
}

export interface Waiting {
  /** came in and is still there */
  left: Money;
  /** of that, what has lain for so many days or longer */
  amount: Money;
  /** the oldest of what is still there, and how long */
  since: CalendarDate;
  days: number;
}

/** What is still there, the oldest first: what goes out takes the oldest (first in, first out). */
export function unspent(receipts: readonly Receipt[], left: Money): Receipt[] {
  const newestFirst = [...receipts].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const found: Receipt[] = [];
  let rest = left;
  for (const { on, amount } of newestFirst) {
    if (rest <= 0n) break;
    const part = amount - rest > 0n ? rest : amount;
    found.unshift({ on, amount: part });
    rest -= part;
  }
  return found;
}

/** 闲置 (决定/闲置资金): of `left`, what has lain for `days` days. null: nothing has. The same for received and not paid, pooled and not assigned, allocated and not received. */
export function waitingOf(
  receipts: readonly Receipt[],
  left: Money,
  today: CalendarDate,
  days: number,
): Waiting | null {
  const there = unspent(receipts, left);
  const until = addDays(today, -days);
  const amount = sumMoney(there.filter(({ on }) => on <= until).map((one) => one.amount));
  const since = there[0]?.on;
  if (since === undefined || amount === 0n) return null;
  return { left, amount, since, days: daysBetween(since, today) };
}
