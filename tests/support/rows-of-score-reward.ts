import type pg from 'pg';
import { finalSeason, newYear } from './final-season';

interface Office {
  prefectureId: string;
  county: { id: string };
  account: string;
}

/** A season of the county that is over, with its reward money and the county's part of it. */
export async function scoreReward(owner: pg.Client, { prefectureId, county, account }: Office): Promise<void> {
  const season = await finalSeason(owner, {
    ...{ ...(await newYear(owner, prefectureId)), prefectureId, by: account },
    results: [{ countyId: county.id, total: 9_300, grade: 'excellent', rank: 1, completed: 2 }],
  });
  // both in one statement: the parts make the whole
  await owner.query(
    `WITH made AS (INSERT INTO score_reward (season_id, prefecture_id, amount, claims, created_by) VALUES ($1, $2, 100, 55800, $3) RETURNING id)
     INSERT INTO score_reward_share (reward_id, county_id, weight, total, completed, amount) SELECT id, $4, 3, 9300, 2, 100 FROM made`,
    [season, prefectureId, account, county.id],
  );
}
