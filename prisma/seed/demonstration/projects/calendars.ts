import { type CalendarDate, calendarDateOf, daysBetween } from '@/lib/domain/kernel/calendar-date';

/** Days from today on which a project of that pace took its steps. */
export interface Days {
  created: number;
  consent: number;
  feasibility: number;
  '1.complete': number;
  '2.complete': number;
  '3.complete': number;
  '4.submit': number;
  '4.review': number;
  '4.approve': number;
  '4.report': number;
  '4.receive': number;
  '5.complete': number;
  applied: number;
  annual: number;
  '6.complete': number;
  '7.complete': number;
  started: number;
  '8.submit': number;
  '8.confirm': number;
  held: number;
  account: number;
  audit: number;
  archive: number;
  '9.complete': number;
  '10.complete': number;
}

const KEYS = [
  ...['created', 'consent', 'feasibility', '1.complete', '2.complete', '3.complete'],
  ...['4.submit', '4.review', '4.approve', '4.report', '4.receive', '5.complete', 'applied', 'annual'],
  ...['6.complete', '7.complete', 'started', '8.submit', '8.confirm', 'held', 'account', 'audit', 'archive'],
  ...['9.complete', '10.complete'],
] as (keyof Days)[];

const list = (days: readonly number[]): Days =>
  Object.fromEntries(KEYS.map((key, at) => [key, days[at] ?? 0])) as never;

/** Beside the votes of the same name (votes/past-journeys.ts, votes/journeys.ts). */
const RELATIVE = {
  early: [
    ...[-398, -394, -390, -397, -387, -378],
    ...[-374, -369, -366, -364, -361, -326, -324, -308],
    ...[-292, -268, -262, -190, -187, -178, -172, -166, -163, -160, -140],
  ],
  /** certified long ago, so far without a second vote */
  planned: [
    ...[-118, -112, -108, -117, -104, -82],
    ...[-60, -48, -40, -34, -28, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
  ],
  approved: [
    ...[-98, -94, -91, -97, -90, -88],
    ...[-87, -83, -80, -79, -77, -38, -30, -10, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
  ],
  second: [
    ...[-58, -53, -50, -57, -48, -40],
    ...[-37, -32, -29, -26, -24, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1],
  ],
  listed: Array.from(KEYS, () => -3),
} as const;

const DATES: Record<'y2019' | 'y2020' | 'y2021', string> = {
  y2019: `2019-04-15 2019-04-26 2019-05-06 2019-04-16 2019-05-10 2019-06-05
    2019-06-10 2019-06-18 2019-06-21 2019-06-24 2019-06-27 2019-08-06 2019-08-08 2019-08-30
    2019-09-25 2019-10-30 2019-11-08 2020-04-14 2020-04-17 2020-04-28 2020-05-08 2020-05-18 2020-05-22 2020-05-26 2020-06-18`,
  y2020: `2019-10-08 2019-10-18 2019-10-25 2019-10-09 2019-10-30 2019-11-14
    2019-11-18 2019-11-25 2019-11-27 2019-11-29 2019-12-03 2020-01-07 2020-01-08 2020-01-16
    2020-01-22 2020-02-18 2020-02-25 2020-06-03 2020-06-05 2020-06-12 2020-06-17 2020-06-23 2020-06-26 2020-06-28 2020-07-20`,
  y2021: `2020-10-08 2020-10-18 2020-10-25 2020-10-09 2020-10-30 2020-11-14
    2020-11-18 2020-11-25 2020-11-27 2020-11-30 2020-12-03 2021-01-07 2021-01-08 2021-01-15
    2021-01-22 2021-02-18 2021-02-25 2021-06-03 2021-06-05 2021-06-12 2021-06-17 2021-06-23 2021-06-26 2021-06-28 2021-07-20`,
};

export type CalendarName = keyof typeof RELATIVE | keyof typeof DATES;

/** Other days than the calendar's: counted from today, or dates. */
type Others = Partial<Record<keyof Days, number | string>>;

export const dayOf = (day: number | string, today: CalendarDate): number =>
  typeof day === 'number' ? day : daysBetween(today, calendarDateOf(day));

export function daysOf(name: CalendarName, today: CalendarDate, others: Others = {}): Days {
  const other = Object.fromEntries(Object.entries(others).map(([key, day]) => [key, dayOf(day, today)]));
  const dates = name in DATES ? DATES[name as keyof typeof DATES] : null;
  const days = dates
    ? dates.split(/\s+/).map((date) => daysBetween(today, calendarDateOf(date)))
    : RELATIVE[name as keyof typeof RELATIVE];
  return { ...list(days), ...other };
}
