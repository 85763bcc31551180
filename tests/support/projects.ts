import type pg from 'pg';

interface Planned {
  compoundId: string;
  countyId: string;
  rulebookId: string;
  account: string;
  /** a building of the compound: 'B-R01' there and 'C-R07' in the compound are to be done, at these fen */
  buildingId: string;
  costs: [building: number, compound: number];
}

/** A plan of a compound with two items to be done and one that is not possible. */
export async function planOf(owner: pg.Client, planned: Planned): Promise<void> {
  const { compoundId, countyId, rulebookId, account, buildingId, costs } = planned;
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO compound_plan (compound_id, county_id, rulebook_id, no, title, created_by) VALUES ($1, $2, $3, 1, '一区一策', $4) RETURNING id`,
    [compoundId, countyId, rulebookId, account],
  );
  await owner.query(
    `INSERT INTO plan_item (plan_id, compound_id, county_id, building_id, item, answer, reason, cost) VALUES
      ($1, $2, $3, $4, 'B-R01', 'todo', NULL, $5), ($1, $2, $3, NULL, 'C-R07', 'todo', NULL, $6), ($1, $2, $3, $4, 'B-R02', 'impossible', '没有地下室', 0)`,
    [rows[0]?.id, compoundId, countyId, buildingId, ...costs],
  );
}
