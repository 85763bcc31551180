import type { CalendarDate } from '../kernel/calendar-date';
import type { Money } from '../kernel/money';
import { ledgerRulesOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';

export const PACE_STATES = ['onPace', 'behind', 'farBehind'] as const;
export type PaceState = (typeof PACE_STATES)[number];

export interface Pace {
  state: PaceState;
  /** months of the year that have begun, 0 to 12 */
  months: number;
  /** paid ÷ received in 0.01 %, rounded down: 99.999 % never shows as 100 */
  spent: number;
  /** months ÷ 12 in 0.01 %, rounded down */
  due: number;
  /** 0.01 percentage points behind, rounded up: whoever is warned is shown more than the limit; 0: not behind */
  behind: number;
}

/** 序时进度 by month: in November 11 of 12 are over; a year that is over has all of them. */
export function monthsOf(year: number, today: CalendarDate): number {
  const [of = 0, month = 0] = today.split('-').map(Number);
  return of < year ? 0 : of > year ? 12 : month;
}

/**
 * 支出进度 (决定/支出进度): what was paid of what the year received, against the share of the year that is over. Compared as integers: exactly the
 * limit is not beyond it. null: nothing was received, or the year has not begun, and nothing can be said.
 */
export function paceOf(
  { received, paid }: { received: Money; paid: Money },
  { year, today, rulebook }: { year: number; today: CalendarDate; rulebook: Rulebook },
): Pace | null {
  const months = monthsOf(year, today);
  if (received <= 0n || months === 0) return null;
  const { warnPoints, alarmPoints } = ledgerRulesOf(rulebook).spending;
  // months / 12 − paid / received, times 12 × received
  const lag = BigInt(months) * received - 12n * paid;
  const isBeyond = (points: number) => lag * 100n > BigInt(points) * 12n * received;
  const scaled = lag * 10_000n;
  const whole = 12n * received;
  return {
    state: isBeyond(alarmPoints) ? 'farBehind' : isBeyond(warnPoints) ? 'behind' : 'onPace',
    months,
    spent: Number((paid * 10_000n) / received),
    due: Math.floor((months * 10_000) / 12),
    behind: lag > 0n ? Number((scaled + whole - 1n) / whole) : 0,
  };
}
