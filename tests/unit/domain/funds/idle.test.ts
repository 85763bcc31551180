import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Receipt, unspent, waitingOf } from '@/lib/domain/funds/idle';
import { addDays, calendarDateOf } from '@/lib/domain/kernel/calendar-date';

const TODAY = calendarDateOf('2020-11-27');
const ago = (days: number) => addDays(TODAY, -days);
const came = (days: number, amount: bigint): Receipt => ({ on: ago(days), amount });
const receipts = fc.array(
  fc.record({ days: fc.integer({ min: 0, max: 400 }), amount: fc.bigInt({ min: 1n, max: 10n ** 13n }) }),
  { maxLength: 30 },
);
const sumOf = (all: readonly Receipt[]) => all.reduce((sum, { amount }) => sum + amount, 0n);

/** The queue itself: what goes out takes the oldest, one receipt after the other. */
function queue(all: readonly Receipt[], out: bigint): Receipt[] {
  let rest = out;
  return [...all]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .flatMap(({ on, amount }) => {
      const over = amount - rest;
      rest = over > 0n ? 0n : -over;
      return over > 0n ? [{ on, amount: over }] : [];
    });
}
const byDay = (all: readonly Receipt[]) => {
  const days = new Map<string, bigint>();
  for (const { on, amount } of all) days.set(on, (days.get(on) ?? 0n) + amount);
  return [...days];
};

describe('idle money', () => {
  test('what is left by the balance is what a queue of receipts leaves, day by day', () => {
    fc.assert(
      fc.property(receipts, fc.integer({ min: 0, max: 100 }), (all, percent) => {
        const list = all.map(({ days, amount }) => came(days, amount));
        const out = (sumOf(list) * BigInt(percent)) / 100n;
        expect(byDay(unspent(list, sumOf(list) - out))).toEqual(byDay(queue(list, out)));
      }),
    );
  });

  test('never more than is left; older money never makes less; the more is paid the less is idle', () => {
    fc.assert(
      fc.property(receipts, fc.integer({ min: 1, max: 200 }), (all, days) => {
        const list = all.map((one) => came(one.days, one.amount));
        const whole = sumOf(list);
        const idle = (left: bigint, limit = days) => waitingOf(list, left, TODAY, limit)?.amount ?? 0n;
        expect(idle(whole)).toBe(sumOf(list.filter(({ on }) => on <= ago(days))));
        expect(idle(whole / 2n) <= idle(whole) && idle(whole / 2n) <= whole / 2n).toBe(true);
        expect(idle(whole, days + 1) <= idle(whole, days)).toBe(true);
        expect(idle(0n)).toBe(0n);
      }),
    );
  });

  test.each([
    ['ninety days to the day', [came(90, 100n)], 100n, { left: 100n, amount: 100n, days: 90, since: ago(90) }],
    ['a day before that', [came(89, 100n)], 100n, null],
    ['old money was paid, new is there', [came(200, 100n), came(10, 50n)], 50n, null],
    ['a part of the old is still there', [came(200, 100n), came(10, 50n)], 60n, { amount: 10n, days: 200, left: 60n }],
    ['all was paid', [came(200, 100n)], 0n, null],
  ] as const)('%s', (_, list, left, expected) => {
    const found = waitingOf(list, left, TODAY, 90);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });
});
