import type pg from 'pg';
import { finalSeason, newYear } from './final-season';

interface Office {
  prefectureId: string;
  county: { id: string };
  account: string;
}

/** 1.00 yuan to the one county of a season: in one statement, for the parts make the whole. */
export async function rewardRow(
  owner: pg.Client,
  { season, prefectureId, county, account }: Office & { season: string },
): Promise<void> {
  await owner.query(
    `WITH made AS (INSERT INTO score_reward (season_id, prefecture_id, amount, claims, created_by) VALUES ($1, $2, 100, 55800, $3) RETURNING id)
     INSERT INTO score_reward_share (reward_id, county_id, weight, total, completed, amount) SELECT id, $4, 3, 9300, 2, 100 FROM made`,
    [season, prefectureId, account, county.id],
  );
}

/** A season of the county that is over, with its reward money and the county's part of it. */
export async function scoreReward(owner: pg.Client, office: Office): Promise<void> {
  const { prefectureId, county, account } = office;
  const season = await finalSeason(owner, {
    ...{ ...(await newYear(owner, prefectureId)), prefectureId, by: account },
    results: [{ countyId: county.id, total: 9_300, grade: 'excellent', rank: 1, completed: 2 }],
  });
  await rewardRow(owner, { ...office, season });
}
