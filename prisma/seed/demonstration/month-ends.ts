import type pg from 'pg';
import { type CalendarDate, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { addMonths, firstDay, monthOf, type ReportMonth } from '@/lib/domain/progress/report-month';

/** Month ends that the demonstration has behind it; further back its stories have little to tell. */
const MONTHS = 6;

/**
 * What would have been kept on those nights, from the dates of the demonstration's own records. Lights and scores of those days it does not know, and a month's end that lacks them says so.
 * Only a demonstration is told like this: an office's months are kept by month_end_keep(), on the night itself.
 */
const TOLD = `WITH night AS (SELECT ($1::date + interval '1 month' - interval '1 day')::date AS last, $1::date AS month),
  line (county_id, year, figure, key, n, households, amount) AS (
    SELECT o.* FROM unit u, overview_lines(ARRAY[u.id]) o WHERE u.kind = 'county' AND o.figure IN ('survey', 'baseline', 'target', 'fundPlanned')
    UNION ALL
    SELECT w.county_id, y.year, w.figure, w.key, sum(w.n), sum(w.households), sum(w.floor_area) FROM night, works_reckoned(ARRAY(SELECT id FROM project), night.last) w
      JOIN programme_year y ON y.id = w.programme_year_id GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT t.county_id, y.year, t.measure, concat(t.source, '/', t.fund_kind), sum(t.entries), 0, sum(t.amount) FROM night, ledger_total t JOIN programme_year y ON y.id = t.programme_year_id
      WHERE t.month <= night.last GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT p.county_id, y.year, 'stage', concat(1 + (SELECT count(*) FROM project_stage s WHERE s.project_id = p.id AND s.status = 'completed'
        AND (coalesce(s.received_at, s.accepted_at) AT TIME ZONE 'Asia/Shanghai')::date <= night.last), '/active'), count(*), 0, 0
      FROM night, project p JOIN programme_year y ON y.id = p.programme_year_id WHERE (p.created_at AT TIME ZONE 'Asia/Shanghai')::date <= night.last AND p.status <> 'withdrawn' GROUP BY 1, 2, 4
    UNION ALL
    SELECT r.county_id, y.year, 'vote', concat_ws('/', r.round, v.status, v.outcome), count(*), sum(r.roll_households), sum(r.roll_area)
      FROM night, vote_round r LEFT JOIN programme_year y ON y.id = r.programme_year_id CROSS JOIN LATERAL (SELECT
          CASE WHEN (r.certified_at AT TIME ZONE 'Asia/Shanghai')::date <= night.last THEN 'certified' WHEN (r.closed_at AT TIME ZONE 'Asia/Shanghai')::date <= night.last THEN 'closed' ELSE 'open' END AS status,
          CASE WHEN (r.certified_at AT TIME ZONE 'Asia/Shanghai')::date <= night.last THEN coalesce(r.outcome, '') ELSE '' END AS outcome) v
      WHERE (r.opened_at AT TIME ZONE 'Asia/Shanghai')::date <= night.last AND r.status <> 'cancelled' GROUP BY 1, 2, 4)
  INSERT INTO month_end (county_id, month, lines, hash, kept_at)
  SELECT u.id, night.month, l.lines, encode(sha256(convert_to(concat(u.id, ' ', night.month, ' ', l.lines::text), 'UTF8')), 'hex'), (night.last + 1 + time '00:00:07') AT TIME ZONE 'Asia/Shanghai'
    FROM night, unit u CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_array(o.year, o.figure, o.key, o.n, o.households, o.amount::text) ORDER BY o.year NULLS FIRST, o.figure, o.key), '[]') AS lines
      FROM line o WHERE o.county_id = u.id) l
    WHERE u.kind = 'county'`;

export async function loadMonthEnds(client: pg.Client, today: CalendarDate): Promise<number> {
  const over = addMonths(monthOf(today), -1);
  const months = Array.from({ length: MONTHS }, (_, back) => addMonths(over, -back)).reverse();
  for (const month of months) await client.query(TOLD, [calendarDateOf(firstDay(month as ReportMonth))]);
  await client.query('SELECT works_fold()');
  return months.length;
}
