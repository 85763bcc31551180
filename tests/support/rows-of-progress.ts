import type pg from 'pg';
import { insert } from './world';

/** What is reported of a project: a month with its items and pictures, sent, decided and to be corrected; a start; the county's sum. */
export async function progress(
  owner: pg.Client,
  of: Record<string, unknown>,
  { compoundId, account, fileId }: { compoundId: string; account: string; fileId: string | undefined },
) {
  const month = '2031-03-01';
  const report = await insert(owner, 'progress_report', {
    ...{ ...of, month, stage: 8, created_by: account, updated_by: account },
  });
  const part = { ...of, report_id: report };
  await insert(owner, 'progress_item', { ...part, compound_id: compoundId, item: 'C-R07', percent: 40 });
  await owner.query('INSERT INTO progress_photo (report_id, project_id, county_id, file_id) VALUES ($1, $2, $3, $4)', [
    report,
    of.project_id,
    of.county_id,
    fileId,
  ]);
  const content = JSON.stringify({ percentBp: 4000, investmentFen: '100' });
  const sending = await insert(owner, 'progress_sending', { ...part, no: 1, content, sent_by: account });
  await owner.query(
    `INSERT INTO progress_decision (sending_id, report_id, project_id, county_id, verdict, decided_by) VALUES ($1, $2, $3, $4, 'accepted', $5)`,
    [sending, report, of.project_id, of.county_id, account],
  );
  await insert(owner, 'progress_correction', { ...part, reason: '人数填错', asked_by: account });
  await insert(owner, 'milestone', {
    ...{ ...of, compound_id: compoundId, kind: 'start', actual_on: month, stated_on: month },
    ...{ first_received_at: month, reported_by: account },
  });
  await insert(owner, 'county_month', {
    ...{ county_id: of.county_id, month, no: 1, filler: '李梅', reviewer: '王强', signer: '张局', content: '{}' },
    ...{ first_received_at: month, due_at: month, submitted_by: account },
  });
}

/** A time in which nobody could report. */
export const outage = (owner: pg.Client, prefectureId: string, account: string) =>
  insert(owner, 'outage', {
    ...{ prefecture_id: prefectureId, from_at: '2031-04-05T08:00:00Z', to_at: '2031-04-05T12:00:00Z' },
    ...{ reason: '机房停电', recorded_by: account },
  });
