import type pg from 'pg';
import { bonusRow, cardRow, disputeRow, proofRow, reviewRow, submitRow } from './season-rows';
import { insert } from './world';

interface Office {
  prefectureId: string;
  county: { id: string };
  account: string;
}

/** A card of the county with a row in each table of a season. */
export async function scorecards(owner: pg.Client, place: Office): Promise<void> {
  const { county, account } = place;
  const files = await owner.query<{ id: string }>('SELECT id FROM stored_file WHERE county_id = $1 LIMIT 1', [
    county.id,
  ]);
  const file = files.rows[0]?.id ?? '';
  const { seasonId, id } = await cardRow(owner, place, 'open');
  const of = { scorecard_id: id, county_id: county.id };
  await insert(owner, 'score_line', {
    ...of,
    criterion: '1.1',
    stage: 'self',
    origin: 'self',
    points: 50,
    updated_by: account,
  });
  await bonusRow(owner, id, place);
  await proofRow(owner, id, place, file);
  await submitRow(owner, id, place);
  await insert(owner, 'score_opinion', {
    ...{ ...of, submission: 1, criterion: '1.1', reviewer_id: account, body: 'housing', agrees: true },
  });
  const check = await insert(owner, 'score_site_check', {
    ...{ ...of, checked_on: '2031-07-01', place: '文化路', participants: '住建', found: '属实', body: 'housing' },
    created_by: account,
  });
  await owner.query(
    'INSERT INTO score_site_photo (check_id, scorecard_id, county_id, file_id, file_sha256) VALUES ($1, $2, $3, $4, $5)',
    [check, id, county.id, file, 'x'],
  );
  await insert(owner, 'score_veto', {
    ...{ ...of, ground: 'complaints', verdict: 'doesNotApply', reason: '不多', evidence: '[]', decided_by: account },
  });
  await reviewRow(owner, id, place, '7');
  await disputeRow(owner, id, place);
  await insert(owner, 'score_event', { ...of, kind: 'opened', actor: '州住建局', created_by: account });
  await insert(owner, 'score_comment', {
    ...{ season_id: seasonId, prefecture_id: place.prefectureId, county_id: county.id, kind: 'residents' },
    ...{ who: '居民代表', text: '满意', created_by: account },
  });
  await insert(owner, 'score_sanction', {
    ...{ season_id: seasonId, county_id: county.id, kind: 'falsified', facts: '虚报', document_no: '1号' },
    ...{ document_on: '2031-08-01', created_by: account },
  });
}
