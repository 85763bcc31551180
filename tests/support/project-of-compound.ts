import type pg from 'pg';

interface Wish {
  name: string;
  /** the stages before it are complete */
  stage: number;
  /** the day on which they were */
  completedOn: string;
}

/** A project of a compound that stands already, as the owner: where a journey begins late in a project's life. Answers its id. */
export async function projectOfCompound(owner: pg.Client, compoundId: string, wish: Wish): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO project (county_id, prefecture_id, programme_year_id, rulebook_id, code, name, stage, entity_kind, entity_name, new_land, new_pipelines, structural_work, created_by)
     SELECT c.county_id, y.prefecture_id, y.id, coalesce((SELECT id FROM rulebook_version ORDER BY version_name DESC LIMIT 1), y.rulebook_id), 'T-' || right(c.id::text, 12), $2, $3,
       'countyBureau', '住房和城乡建设局', false, false, false, c.created_by
     FROM (SELECT c.*, (SELECT id FROM account WHERE county_id = c.county_id AND role = 'county_bureau' LIMIT 1) AS created_by FROM compound c WHERE c.id = $1) c
     CROSS JOIN (SELECT * FROM programme_year ORDER BY current DESC, year LIMIT 1) y RETURNING id`,
    [compoundId, wish.name, wish.stage],
  );
  const id = rows[0]?.id ?? '';
  await owner.query(
    'INSERT INTO project_compound (project_id, compound_id, county_id, created_by) SELECT p.id, $2, p.county_id, p.created_by FROM project p WHERE p.id = $1',
    [id, compoundId],
  );
  await owner.query(
    `INSERT INTO project_stage (project_id, county_id, stage, status, step, actual_on, accepted_at)
     SELECT p.id, p.county_id, n, CASE WHEN n < p.stage THEN 'completed' WHEN n = p.stage THEN 'current' ELSE 'waiting' END, CASE WHEN n = p.stage THEN 'complete' END,
       CASE WHEN n < p.stage THEN $2::date END, CASE WHEN n < p.stage THEN $2::date::timestamptz END FROM project p, generate_series(1, 10) n WHERE p.id = $1`,
    [id, wish.completedOn],
  );
  return id;
}

/** A final plan of the compound in which these items of the compound are to be done. */
export async function planOfCompound(owner: pg.Client, compoundId: string, items: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO compound_plan (compound_id, county_id, rulebook_id, no, title, created_by)
     SELECT c.id, c.county_id, (SELECT id FROM rulebook_version ORDER BY version_name DESC LIMIT 1), 1, '一区一策',
       (SELECT id FROM account WHERE county_id = c.county_id AND role = 'county_bureau' LIMIT 1) FROM compound c WHERE c.id = $1 RETURNING id`,
    [compoundId],
  );
  await owner.query(
    `INSERT INTO plan_item (plan_id, compound_id, county_id, item, answer, cost) SELECT p.id, p.compound_id, p.county_id, item, 'todo', 100000 FROM compound_plan p, unnest($2::text[]) item WHERE p.id = $1`,
    [rows[0]?.id, items],
  );
  await owner.query(`UPDATE compound_plan SET status = 'final', hash = 'x', finalized_at = now() WHERE id = $1`, [
    rows[0]?.id,
  ]);
}
