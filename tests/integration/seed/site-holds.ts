import { expect, test } from 'vitest';
import { percentOf } from '@/lib/domain/progress/percent';
import { reportReasons } from '@/lib/domain/progress/report';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import { withActor } from '@/lib/server/db/with-actor';
import { reportFactsOf } from '@/lib/server/progress/facts';
import type { Demonstration } from './money-told';

/** What holds of the on-site part on whatever day the demonstration was loaded. */
export function siteHolds({ rowsOf, person }: Demonstration): void {
  test('the server took in every report and summary by its clock, and the hash of the receipt is over what was sent', async () => {
    const [row] = await rowsOf<{ sent: number }>('SELECT count(*)::int AS sent FROM progress_sending');
    expect(row?.sent).toBeGreaterThan(150);
    expect(
      await rowsOf(`SELECT id FROM progress_sending WHERE hash <> receipt_hash(content, received_at) OR received_at > anju_now()
        UNION ALL SELECT id FROM county_month WHERE hash <> receipt_hash(content, received_at) OR received_at > anju_now()`),
    ).toEqual([]);
  });

  test('no report that was sent has anything against it, month by month in its order; 100 % exactly where works are registered complete', async () => {
    const months = await rowsOf<{ month: ReportMonth; ids: string[] }>(
      `SELECT to_char(month, 'YYYY-MM') AS month, array_agg(project_id)::text[] AS ids FROM progress_report WHERE sent > 0 GROUP BY 1 ORDER BY 1`,
    );
    const prefecture = person('zhou.zjj1');
    const against: unknown[] = [];
    for (const { month, ids } of months) {
      const all = await withActor(prefecture, (tx) => reportFactsOf(tx, prefecture, { ids, month }));
      expect(all).toHaveLength(ids.length);
      for (const { name, content, ground, planned } of all) {
        // judged in the stage in which it was sent
        const reasons = reportReasons(content, { ...ground, stage: content.stage });
        against.push(...reasons.map(({ code, params }) => [name, month, code, params]));
        const percent = percentOf(planned, content.items);
        const [kept] = await rowsOf<{ bp: number }>(
          `SELECT (s.content ->> 'percentBp')::int AS bp FROM progress_sending s JOIN progress_report r ON r.id = s.report_id AND r.sent = s.no JOIN project p ON p.id = r.project_id
           WHERE p.name = '${name}' AND r.month = '${month}-01'`,
        );
        expect([name, month, kept?.bp]).toEqual([name, month, percent]);
      }
    }
    expect(against).toEqual([]);
  });

  test('what counts of a month is what was accepted last, and money adds up to the plan where all is done', async () => {
    expect(
      await rowsOf(`SELECT r.id FROM progress_report r LEFT JOIN progress_sending s ON s.report_id = r.id AND s.no = r.accepted_no LEFT JOIN project_month m ON m.project_id = r.project_id AND m.month = r.month
        WHERE (m.percent_bp, m.investment) IS DISTINCT FROM ((s.content ->> 'percentBp')::int, (s.content ->> 'investmentFen')::bigint)`),
    ).toEqual([]);
    // those that reported since their building began: of the one that drags on it is the last two years
    const rows = await rowsOf<{ name: string; invested: string; cost: string }>(
      `SELECT p.name, sum(m.investment)::text AS invested, (SELECT sum(v.cost)::text FROM project_compound c JOIN LATERAL (SELECT cost FROM compound_plan q WHERE q.compound_id = c.compound_id AND q.status = 'final'
          ORDER BY q.no DESC LIMIT 1) v ON true WHERE c.project_id = p.id) AS cost
       FROM project p JOIN project_month m ON m.project_id = p.id GROUP BY p.id HAVING max(m.percent_bp) = 10000
         AND min(m.month) <= (SELECT min(k.start_on) FROM contract k WHERE k.project_id = p.id AND k.kind = 'construction')`,
    );
    expect(rows.length).toBeGreaterThan(8);
    for (const { name, invested, cost } of rows) expect([name, invested]).toEqual([name, cost]);
  });

  test('a second person decided on every report, and the county summed up what was accepted, in the names of three', async () => {
    expect(
      await rowsOf(
        'SELECT 1 FROM progress_decision d JOIN progress_sending s ON s.id = d.sending_id WHERE d.decided_by = s.sent_by OR d.decided_at < s.received_at OR d.decided_at > anju_now()',
      ),
    ).toEqual([]);
    expect(
      await rowsOf(`SELECT m.id FROM county_month m WHERE m.filler IN (m.reviewer, m.signer) OR m.decided_at < m.received_at OR jsonb_array_length(m.content -> 'lines') <> (
          SELECT count(*) FROM progress_report r WHERE r.county_id = m.county_id AND r.month = m.month AND r.accepted_no IS NOT NULL)`),
    ).toEqual([]);
  });

  test('starts and completions have their four times in order; nothing is complete before its last item, no project with a finding open', async () => {
    expect(
      await rowsOf(`SELECT m.id FROM milestone m WHERE m.received_at > anju_now() OR m.actual_on > (m.first_received_at AT TIME ZONE 'Asia/Shanghai')::date OR m.received_at < m.first_received_at
        OR m.accepted_at < m.received_at OR m.stated_on <> (m.received_at AT TIME ZONE 'Asia/Shanghai')::date
        OR m.actual_on < (SELECT min(coalesce(k.start_on, k.signed_on)) FROM contract k WHERE k.project_id = m.project_id AND k.kind = 'construction')
        OR m.kind = 'completion' AND (m.actual_on < (SELECT max(d.completed_on) FROM item_completion d WHERE d.project_id = m.project_id AND d.compound_id = coalesce(m.compound_id, d.compound_id))
          OR NOT EXISTS (SELECT 1 FROM milestone s WHERE s.project_id = m.project_id AND s.compound_id IS NOT DISTINCT FROM m.compound_id AND s.kind = 'start')
          OR m.compound_id IS NULL AND (SELECT findings_open FROM project p WHERE p.id = m.project_id) > 0)`),
    ).toEqual([]);
  });

  test('a survey tells what its doors were asked: as many as have answered, each once', async () => {
    expect(
      await rowsOf(`SELECT s.id FROM satisfaction_survey s JOIN satisfaction_count c ON c.survey_id = s.id
        WHERE c.answered <> (SELECT count(*) FROM satisfaction_roll r WHERE r.survey_id = s.id AND r.how IS NOT NULL) OR c.answered <> (SELECT sum(recorded) FROM satisfaction_collector w WHERE w.survey_id = s.id)
          OR s.status = 'closed' AND (s.answered <> c.answered OR s.satisfied <> (c.counts ->> 'satisfied')::int + (c.counts ->> 'fair')::int)`),
    ).toEqual([]);
  });
}
