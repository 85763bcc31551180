import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOf, paceOf } from '@/lib/domain/funds/pace';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';

const pace = (paid: bigint, received: bigint, today = '2020-11-27', year = 2020) =>
  paceOf({ paid, received }, { year, today: calendarDateOf(today), rulebook: chuxiong2020 });

describe('spending against the calendar', () => {
  test.each([
    ['51 % in November', 51n, 100n, '2020-11-27', 'farBehind'],
    ['62 % in November: 29.67 points', 62n, 100n, '2020-11-01', 'behind'],
    ['61 % in November: 30.67 points', 61n, 100n, '2020-11-30', 'farBehind'],
    ['81 % in November: 10.67 points', 81n, 100n, '2020-11-27', 'behind'],
    ['82 % in November: 9.67 points', 82n, 100n, '2020-11-27', 'onPace'],
    ['40 % in June: exactly 10 points are not beyond 10', 40n, 100n, '2020-06-30', 'onPace'],
    ['a fen less of a hundred million', 39_999_999_99n, 100_000_000_00n, '2020-06-30', 'behind'],
    ['20 % in June: exactly 30 points', 20n, 100n, '2020-06-30', 'behind'],
    ['a fen less', 19_999_999_99n, 100_000_000_00n, '2020-06-30', 'farBehind'],
    ['all of it, in December', 100n, 100n, '2020-12-31', 'onPace'],
    ['all of it, the year after', 100n, 100n, '2021-05-01', 'onPace'],
    ['half of it, the year after', 50n, 100n, '2021-01-01', 'farBehind'],
    ['nothing in January: 8.33 points', 0n, 100n, '2020-01-31', 'onPace'],
    ['nothing in February', 0n, 100n, '2020-02-01', 'behind'],
  ] as const)('%s', (_, paid, received, today, state) => {
    expect(pace(paid, received, today)?.state).toBe(state);
  });

  test('51 % in November is 40.67 points behind, shown as what it is', () => {
    expect(pace(51n, 100n)).toEqual({ state: 'farBehind', months: 11, spent: 5100, due: 9166, behind: 4067 });
  });

  test('nothing received, or the year not begun: nothing is said', () => {
    expect(pace(0n, 0n)).toBeNull();
    expect(pace(0n, 100n, '2019-12-31')).toBeNull();
    expect(monthsOf(2020, calendarDateOf('2020-01-01'))).toBe(1);
  });

  test('all paid is never a warning; paying more never makes it worse; who is warned is shown more than the limit', () => {
    const money = fc.bigInt({ min: 1n, max: 10n ** 13n });
    const rank = { onPace: 0, behind: 1, farBehind: 2 };
    fc.assert(
      fc.property(
        money,
        fc.bigInt({ min: 0n, max: 100n }),
        fc.integer({ min: 1, max: 12 }),
        (received, share, month) => {
          const day = `2020-${String(month).padStart(2, '0')}-15`;
          const at = (paid: bigint) => pace(paid, received, day);
          const paid = (received * share) / 100n;
          const [now, more] = [at(paid), at(paid < received ? paid + 1n : paid)];
          if (!now || !more) throw new Error('something was received');
          expect(at(received)?.state).toBe('onPace');
          expect(rank[more.state] <= rank[now.state]).toBe(true);
          expect(now.behind > 1000).toBe(now.state !== 'onPace');
          expect(now.behind > 3000).toBe(now.state === 'farBehind');
          expect(paid < received ? now.spent < 10_000 : now.spent === 10_000).toBe(true);
        },
      ),
    );
  });
});
