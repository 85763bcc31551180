import type pg from 'pg';
import { insert } from './world';

interface Office {
  county: { id: string };
  account: string;
  rulebookId: string;
}

/** A complaint with its history, and a survey of the project's compound with its doors, sums and collectors. */
export async function complaints(owner: pg.Client, { county, account, rulebookId }: Office, compoundId: string) {
  const here = { county_id: county.id, rulebook_id: rulebookId, compound_id: compoundId };
  const said = { kind: 'complaint', subject: 'quality', channel: 'phone', content: '漏水' };
  const days = { received_on: '2020-06-01', own_due_on: '2020-06-16', due_on: '2020-06-16' };
  const complaint = await insert(owner, 'complaint', {
    ...{ ...here, ...said, ...days, code_hash: `x-${county.id}`, contact: Buffer.from('x') },
  });
  await insert(owner, 'complaint_event', { complaint_id: complaint, county_id: county.id, kind: 'received' });
  const { rows } = await owner.query<{ id: string }>(
    'SELECT project_id AS id FROM project_compound WHERE compound_id = $1',
    [compoundId],
  );
  const survey = await insert(owner, 'satisfaction_survey', {
    ...{ ...here, project_id: rows[0]?.id, opened_by: account },
  });
  await owner.query(
    'INSERT INTO satisfaction_collector (survey_id, account_id, county_id, recorded) VALUES ($1, $2, $3, 1)',
    [survey, account, county.id],
  );
}
