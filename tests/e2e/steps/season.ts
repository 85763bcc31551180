import pg from 'pg';
import { restLines, reviewRow, submitRow } from '../../support/season-rows';

/** The counties of a season that a story does not tell of, submitted and reviewed as they scored themselves. */
export async function othersReviewed(seasonId: string, told: readonly string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.ANJU_E2E_OWNER_URL });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string; county: string; prefecture: string; account: string }>(
      `SELECT c.id, c.county_id AS county, s.prefecture_id AS prefecture, s.created_by AS account FROM scorecard c JOIN score_season s ON s.id = c.season_id
       WHERE s.id = $1 AND c.county_id <> ALL ($2::uuid[])`,
      [seasonId, told],
    );
    for (const { id, county, prefecture, account } of rows) {
      const place = { prefectureId: prefecture, county: { id: county }, account };
      await owner.query(`UPDATE scorecard SET summary = '工作总结' WHERE id = $1`, [id]);
      await submitRow(owner, id, place);
      await restLines(owner, id, place);
      await reviewRow(owner, id, place, '7');
    }
  } finally {
    await owner.end();
  }
}
