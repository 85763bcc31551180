import pg from 'pg';

export interface ReadyProject {
  name: string;
  /** yuan of central subsidy */
  asks: number;
}

/**
 * Projects of 金山社区 in 禄丰市 whose second vote is complete: with one compound of ten households, eight of which agreed, and what they ask for.
 * What leads there (survey, votes, plans, stages) other journeys go through.
 */
export async function projectReady(projects: readonly ReadyProject[]): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.ANJU_E2E_OWNER_URL });
  await owner.connect();
  try {
    for (const one of projects) await oneReady(owner, one);
  } finally {
    await owner.end();
  }
}

async function idOf(owner: pg.Client, text: string, values: unknown[]): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(text, values);
  return rows[0]?.id ?? '';
}

async function oneReady(owner: pg.Client, { name, asks }: ReadyProject): Promise<void> {
  const code = `E${Date.now().toString(36)}${Math.floor(performance.now() * 1000) % 997}`;
  const compound = await idOf(
    owner,
    `INSERT INTO compound (county_id, subdistrict_id, community_id, code, name, pinyin, search_text, eligibility, decisive_year, facilities_incomplete, environment_poor, stated_households)
     SELECT a.county_id, a.subdistrict_id, a.community_id, $1, $2, 'pian qu', $2, 'eligible', 1989, true, true, 10 FROM account a WHERE a.username = 'lufeng.sq1-1' RETURNING id`,
    [code, name],
  );
  const project = await idOf(
    owner,
    `INSERT INTO project (county_id, prefecture_id, programme_year_id, rulebook_id, code, name, stage, created_by)
     SELECT a.county_id, a.prefecture_id, y.id, y.rulebook_id, $1, $2, 6, a.id FROM account a JOIN programme_year y ON y.prefecture_id = a.prefecture_id
     WHERE a.username = 'lufeng.zjj1' ORDER BY y.current DESC LIMIT 1 RETURNING id`,
    [code, name],
  );
  await owner.query(
    `INSERT INTO project_compound (project_id, compound_id, county_id, created_by) SELECT id, $2, county_id, created_by FROM project WHERE id = $1`,
    [project, compound],
  );
  await owner.query(
    `INSERT INTO funding_line (project_id, county_id, source, amount, created_by) SELECT id, county_id, 'central', $2, created_by FROM project WHERE id = $1`,
    [project, asks * 100],
  );
  const round = await idOf(
    owner,
    `INSERT INTO vote_round (compound_id, county_id, rulebook_id, round, attempt, code, test, created_by)
     SELECT $2, county_id, rulebook_id, 1, 1, $3, 'policy', created_by FROM project WHERE id = $1 RETURNING id`,
    [project, compound, `${code}-R1`],
  );
  await owner.query('BEGIN');
  await owner.query('ALTER TABLE vote_round DISABLE TRIGGER USER');
  await owner.query(
    `UPDATE vote_round SET status = 'certified', outcome = 'passed', roll_hash = 'x', roll_households = 10, roll_area = 88330, certified_at = anju_now() WHERE id = $1`,
    [round],
  );
  await owner.query('ALTER TABLE vote_round ENABLE TRIGGER USER');
  await owner.query('COMMIT');
  await owner.query(
    `INSERT INTO vote_tally (round_id, county_id, agree_households, agree_area) SELECT id, county_id, 8, 70664 FROM vote_round WHERE id = $1
     ON CONFLICT (round_id) DO UPDATE SET agree_households = 8, agree_area = 70664`,
    [round],
  );
}
