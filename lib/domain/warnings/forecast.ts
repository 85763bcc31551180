import { addDays, type CalendarDate } from '../kernel/calendar-date';
import { ALL } from '../progress/percent';
import { addMonths, lastDay, monthOf, type ReportMonth } from '../progress/report-month';
import type { SiteRules } from '../rulebook/schema-site';

/** What would take longer than this is not going on. */
const MOST_MONTHS = 120;

/** Percent complete at the end of a month whose report was accepted. */
export interface MonthDone {
  /** its first day */
  month: CalendarDate;
  basisPoints: number;
}

export type NoForecast = 'noReports' | 'oneReport' | 'noProgress';

export type Forecast =
  | { kind: 'none'; why: NoForecast; gains: number[] }
  /** all of it is done, by the report of this month */
  | { kind: 'complete'; on: CalendarDate }
  | {
      kind: 'projected';
      earliest: CalendarDate;
      middle: CalendarDate;
      /** null: at the slowest pace of these months it would never be complete */
      latest: CalendarDate | null;
      /** end of the last reported month */
      from: CalendarDate;
      /** what each of the last months gained, in basis points, the latest last */
      gains: number[];
      /** twice the pace of a month in basis points: the median of two gains may end in a half */
      twicePace: number;
    };

/** Whole months, so that they can be counted: year × 12 + month. */
const countOf = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** A gain over several months is spread over them in whole basis points; what is left over is the later months'. */
function spread(gain: number, months: number): number[] {
  const each = Math.floor(gain / months);
  const over = gain - each * months;
  return Array.from({ length: months }, (_, at) => (at >= months - over ? each + 1 : each));
}

/** What each month gained since the first report; a month without one shares in what came until the next. */
export function gainsOf(months: readonly MonthDone[]): number[] {
  return months.flatMap(({ month, basisPoints }, at) => {
    const before = months[at - 1];
    return before ? spread(basisPoints - before.basisPoints, countOf(month) - countOf(before.month)) : [];
  });
}

/** Twice the median, so that it stays a whole number. */
function twiceMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
  return low + high;
}

/** When `left` is done at half of `twicePace` a month, from the end of a month on; the last month's part is a whole day, once begun. */
function reachedOn(last: ReportMonth, left: number, twicePace: number): CalendarDate | null {
  if (twicePace <= 0) return null;
  const months = Math.floor((2 * left) / twicePace);
  if (months > MOST_MONTHS) return null;
  const rest = 2 * left - months * twicePace;
  const daysOfNext = Number(lastDay(addMonths(last, months + 1)).slice(8));
  return addDays(lastDay(addMonths(last, months)), Math.ceil((rest * daysOfNext) / twicePace));
}

/**
 * When a project will be complete if it goes on as its accepted monthly reports say: at the median gain of the last months; the range is that of the
 * fastest and the slowest of somewhat more months. Whole numbers only; reckoned from the end of the last month that was reported.
 */
export function forecastOf(
  months: readonly MonthDone[],
  { recentMonths, rangeMonths }: SiteRules['forecast'],
): Forecast {
  const last = months.at(-1);
  if (!last) return { kind: 'none', why: 'noReports', gains: [] };
  const at = monthOf(last.month);
  const left = ALL - last.basisPoints;
  if (left <= 0) return { kind: 'complete', on: lastDay(at) };
  const all = gainsOf(months);
  const gains = all.slice(-rangeMonths);
  if (gains.length === 0) return { kind: 'none', why: 'oneReport', gains };
  const twicePace = twiceMedian(all.slice(-recentMonths));
  const middle = reachedOn(at, left, twicePace);
  const fastest = Math.max(Math.ceil(twicePace / 2), ...gains);
  const slowest = Math.min(Math.floor(twicePace / 2), ...gains);
  const earliest = reachedOn(at, left, 2 * fastest);
  if (!middle || !earliest) return { kind: 'none', why: 'noProgress', gains };
  return {
    ...{ kind: 'projected', earliest, middle, latest: reachedOn(at, left, 2 * slowest) },
    ...{ from: lastDay(at), gains, twicePace },
  };
}
