import type pg from 'pg';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { type CardState, hasReached } from '@/lib/domain/scorecards/season/types';
import { insert } from './insert';

/** A card of a county at any step of a season, straight into the tables as the owner, by the same steps as the office takes. */
export interface CardMade {
  seasonId: string;
  id: string;
}

interface Place {
  prefectureId: string;
  county: { id: string };
  account: string;
}

// above those that an office can set and other examples take, and days of them are still days; shares never fall from year to year
let years = 2_199;

/** A season of a year that nobody else has, so that each is about something new. */
async function seasonRow(owner: pg.Client, { prefectureId, account }: Place, due: string): Promise<string> {
  years += 1;
  const { rows } = await owner.query<{ id: string; rulebook: string }>(
    `INSERT INTO programme_year (prefecture_id, year, rulebook_id, target_share, start_by, complete_by)
     SELECT $1, $2, id, 100, '2020-02-29', '2020-06-30' FROM rulebook_version ORDER BY loaded_at DESC LIMIT 1 RETURNING id, rulebook_id AS rulebook`,
    [prefectureId, years],
  );
  return insert(owner, 'score_season', {
    ...{ prefecture_id: prefectureId, programme_year_id: rows[0]?.id, rulebook_id: rows[0]?.rulebook },
    ...{ self_due_on: due, created_by: account },
  });
}

const facts = (county: { id: string }) => ({
  ...{ county: { id: county.id, name: '县市' }, year: years, startBy: '2020-02-29', completeBy: '2020-06-30' },
  ...{ today: '2020-07-01', plan: null, survey: { compounds: 0, eligible: 0 }, leadingGroup: null, projects: [] },
  ...{ months: [], complaints: [], supervisions: [], news: [] },
});

const CRITERIA = chuxiong2020.scorecard.groups.flatMap(({ indicators }) =>
  indicators.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
);

/** Every criterion as the county gave itself. */
export async function restLines(owner: pg.Client, id: string, { county, account }: Place): Promise<void> {
  for (const criterion of CRITERIA)
    await insert(owner, 'score_line', {
      ...{ scorecard_id: id, county_id: county.id, criterion, stage: 'review', origin: 'rest', reason: '按自评' },
      updated_by: account,
    });
}

/** 提交自评 with facts of nothing. */
export async function submitRow(owner: pg.Client, id: string, { county, account }: Place): Promise<void> {
  await insert(owner, 'score_snapshot', {
    ...{ scorecard_id: id, county_id: county.id, no: 1, content: JSON.stringify(facts(county)), taken_by: account },
  });
  await owner.query(
    `UPDATE scorecard SET status = 'submitted', submissions = 1, submitted_at = anju_now(), submitted_by = $2 WHERE id = $1`,
    [id, account],
  );
}

/** 复核完成, to be disputed for so many days. */
export async function reviewRow(owner: pg.Client, id: string, { account }: Place, days: string): Promise<void> {
  await owner.query(
    `UPDATE scorecard SET status = 'reviewed', reviewed_at = anju_now(), reviewed_by = $2, dispute_until = anju_today() + $3::int WHERE id = $1`,
    [id, account, days],
  );
}

/** `until`: days from today in which it can be disputed. `due`: the last day of self-scoring. */
export async function cardRow(
  owner: pg.Client,
  place: Place,
  status: Exclude<CardState, 'final'>,
  { until = '7', due = '2090-01-01' }: { until?: string; due?: string } = {},
): Promise<CardMade> {
  const { county, account } = place;
  const seasonId = await seasonRow(owner, place, due);
  const id = await insert(owner, 'scorecard', { season_id: seasonId, county_id: county.id });
  await owner.query(`UPDATE scorecard SET summary = '工作总结' WHERE id = $1`, [id]);
  if (hasReached(status, 'submitted')) await submitRow(owner, id, place);
  if (hasReached(status, 'reviewed')) await reviewRow(owner, id, place, until);
  if (status === 'deliberated') {
    await owner.query(`UPDATE scorecard SET status = 'deliberated' WHERE id = $1`, [id]);
    await owner.query(
      `UPDATE score_season SET deliberation = '初评意见', deliberated_by = $2, deliberated_at = anju_now() WHERE id = $1`,
      [seasonId, account],
    );
  }
  return { seasonId, id };
}

export const bonusRow = (owner: pg.Client, id: string, { county, account }: Place): Promise<string> =>
  insert(owner, 'score_bonus', {
    ...{
      scorecard_id: id,
      county_id: county.id,
      title: '创新做法',
      what: '全州推广',
      claimed: 200,
      created_by: account,
    },
  });

export const disputeRow = (owner: pg.Client, id: string, { county, account }: Place): Promise<string> =>
  insert(owner, 'score_dispute', {
    ...{ scorecard_id: id, county_id: county.id, criterion: '1.1', reasons: '已补充', created_by: account },
  });

export const proofRow = (owner: pg.Client, id: string, { county, account }: Place, fileId: string): Promise<string> =>
  insert(owner, 'score_proof', {
    ...{ scorecard_id: id, county_id: county.id, criterion: '10.1', title: '照片', file_id: fileId, file_sha256: 'x' },
    created_by: account,
  });
