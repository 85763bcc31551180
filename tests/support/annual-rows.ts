import type pg from 'pg';
import { voteCompound } from './vote-compound';
import { insert, type Place, type World } from './world';

export interface YearProject {
  id: string;
  code: string;
  compoundId: string;
}

interface Wanted {
  name?: string;
  stage?: number;
  households?: number;
  /** yuan by source */
  asks?: Record<string, number>;
  /** of the households that many agreed in a certified first round */
  agree?: number;
  deficiencies?: number;
  programmeYearId?: string;
}

export async function yearId(owner: pg.Client, year = 2020): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM programme_year WHERE year = $1', [year]);
  return rows[0]?.id ?? '';
}

let made = 0;

/** A project with one compound, as the owner of the database writes it: far enough to apply, with its money and its vote. */
export async function yearProject(world: World, county: Place, wanted: Wanted = {}): Promise<YearProject> {
  const { owner, prefectureId, rulebookId, actors } = world;
  const { stage = 6, households = 10, asks = {}, agree = 8, deficiencies = 2 } = wanted;
  made += 1;
  const compound = await voteCompound(owner, county, { households });
  const flags = [...Array(4).keys()].map((at) => at < deficiencies);
  await owner.query(
    `UPDATE compound SET decisive_year = 1989, facilities_incomplete = $2, environment_poor = $3, management_missing = $4, facilities_backward = $5 WHERE id = $1`,
    [compound.id, ...flags],
  );
  const code = `P${String(made).padStart(3, '0')}-${compound.code}`;
  const createdBy = actors.lufengClerk.accountId;
  const id = await insert(owner, 'project', {
    county_id: county.id,
    prefecture_id: prefectureId,
    programme_year_id: wanted.programmeYearId ?? (await yearId(owner)),
    rulebook_id: rulebookId,
    code,
    name: wanted.name ?? `第${made}项目`,
    stage,
    created_by: createdBy,
  });
  await owner.query(
    'INSERT INTO project_compound (project_id, compound_id, county_id, created_by) VALUES ($1, $2, $3, $4)',
    [id, compound.id, county.id, createdBy],
  );
  for (const [source, yuan] of Object.entries(asks)) {
    await insert(owner, 'funding_line', {
      project_id: id,
      county_id: county.id,
      source,
      amount: yuan * 100,
      created_by: createdBy,
    });
  }
  const round = await insert(owner, 'vote_round', {
    compound_id: compound.id,
    county_id: county.id,
    rulebook_id: rulebookId,
    round: 1,
    attempt: 1,
    code: `${code}-R1`,
    test: 'chuxiong-two-thirds',
    status: 'draft',
    created_by: createdBy,
  });
  await owner.query('ALTER TABLE vote_round DISABLE TRIGGER USER');
  await owner.query(
    `UPDATE vote_round SET status = 'certified', outcome = 'passed', roll_hash = 'x', roll_households = $2, roll_area = $3, opened_at = anju_now(), closed_at = anju_now(),
       certified_at = anju_now(), provisional = '{}', result = '{}' WHERE id = $1`,
    [round, households, households * 8_833],
  );
  await owner.query('ALTER TABLE vote_round ENABLE TRIGGER USER');
  await owner.query(
    `INSERT INTO vote_tally (round_id, county_id, agree_households, agree_area) VALUES ($1, $2, $3, $4)
     ON CONFLICT (round_id) DO UPDATE SET agree_households = $3, agree_area = $4`,
    [round, county.id, agree, agree * 8_833],
  );
  return { id, code, compoundId: compound.id };
}

/** An accepted application of the project for its own year or another one, as the owner writes it. */
export async function accepted(
  world: World,
  project: YearProject,
  { appliedOn = '2020-03-01', year = null }: { appliedOn?: string; year?: string | null } = {},
): Promise<string> {
  const { rows } = await world.owner.query<{ id: string }>(
    `INSERT INTO application (project_id, county_id, programme_year_id, applicant, applied_on, file_id, status, answered_at, created_by)
     SELECT id, county_id, coalesce($3::uuid, programme_year_id), '业主委员会', $2, anju_new_id(), 'accepted', anju_now(), created_by FROM project WHERE id = $1 RETURNING id`,
    [project.id, appliedOn, year],
  );
  return rows[0]?.id ?? '';
}
