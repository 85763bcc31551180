import type pg from 'pg';
import { addDays, type CalendarDate, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Rulebook } from '@/lib/domain/rulebook/schema';

export interface DeclaredYear {
  year: number;
  targetShare: number;
  startBy: CalendarDate;
  completeBy: CalendarDate;
  current: boolean;
}

/** The rule book's own years (P三(一)), none of them current. */
export function yearsOf(rulebook: Rulebook): DeclaredYear[] {
  return rulebook.calendar.years.map(({ year, startBy, completeBy }) => ({
    year,
    targetShare: rulebook.calendar.cumulativeTargets.find((target) => target.year === year)?.percent ?? 100,
    startBy: calendarDateOf(startBy),
    completeBy: calendarDateOf(completeBy),
    current: false,
  }));
}

/** The year of `today`, on the dates of the policy's last year (决定/2021年度: 参照以上时间节点); the prefecture may set others. */
export function currentYear(today: CalendarDate): DeclaredYear {
  const year = Number(today.slice(0, 4));
  const startBy = addDays(calendarDateOf(`${year}-03-01`), -1);
  return { year, targetShare: 100, startBy, completeBy: calendarDateOf(`${year}-06-30`), current: true };
}

/** The same with dates around today, so that a demonstration always has lights of every colour. */
export function demonstrationYear(today: CalendarDate): DeclaredYear {
  return { ...currentYear(today), startBy: addDays(today, -90), completeBy: addDays(today, 45) };
}

const INSERT = `INSERT INTO programme_year (prefecture_id, year, rulebook_id, target_share, start_by, complete_by, report_day, current)
  SELECT $1, y.year, $2, y."targetShare", y."startBy", y."completeBy", $3, y.current
  FROM jsonb_to_recordset($4) AS y (year int, "targetShare" int, "startBy" date, "completeBy" date, current boolean)
  WHERE NOT (y.current AND EXISTS (SELECT 1 FROM programme_year WHERE prefecture_id = $1 AND current))
  ON CONFLICT (prefecture_id, year) DO NOTHING`;

/** Adds the years that are not there; a year that is there keeps its dates and its rule book, and only the prefecture opens the next one. */
export async function loadYears(
  client: pg.Client,
  prefectureId: string,
  rulebookId: string,
  rulebook: Rulebook,
  years: DeclaredYear[],
): Promise<void> {
  await client.query(INSERT, [prefectureId, rulebookId, rulebook.reporting.dueDay, JSON.stringify(years)]);
}
