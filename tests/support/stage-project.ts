import type pg from 'pg';
import { register } from './rows';
import { insert, type Place, type World } from './world';

export interface StageProject {
  id: string;
  compoundId: string;
  buildingId: string;
  fileId: string;
}

/** Whose it is: 禄丰市's unless another is named. */
export interface Whose {
  prefectureId: string;
  county: Place;
  countyCode: string;
  clerkId: string;
  /** Stands in the names of what is made there. */
  mark?: string;
}

const lufengOf = (world: World): Whose => ({
  prefectureId: world.prefectureId,
  county: world.lufeng,
  countyCode: '532302',
  clerkId: world.actors.lufengClerk.accountId,
});

let serial = 0;
const next = () => String(++serial).padStart(4, '0');

/** A stored file of the county, as if it had been uploaded for this project. */
async function file(owner: pg.Client, { prefectureId, county, clerkId }: Whose, projectId: string): Promise<string> {
  return insert(owner, 'stored_file', {
    ...{ prefecture_id: prefectureId, county_id: county.id, project_id: projectId, purpose: 'document' },
    ...{ name: '资料.pdf', media_type: 'application/pdf', size: 1, sha256: 'x', storage_key: `x${next()}` },
    uploaded_by: clerkId,
  });
}

/** A final plan: one item of the compound, one of the building. */
async function plan(
  owner: pg.Client,
  { county, clerkId }: Whose,
  rulebookId: string,
  compoundId: string,
  buildingId: string,
) {
  const here = { compound_id: compoundId, county_id: county.id };
  const head = { rulebook_id: rulebookId, no: 1, title: '一区一策', created_by: clerkId };
  const id = await insert(owner, 'compound_plan', { ...here, ...head });
  const item = {
    ...{ ...here, plan_id: id, answer: 'todo', quantity: 100, unit: '项', unit_cost: 60_000_00, cost: 60_000_00 },
  };
  await insert(owner, 'plan_item', { ...item, item: 'C-R07' });
  await insert(owner, 'plan_item', { ...item, item: 'B-R01', building_id: buildingId });
  await owner.query(`UPDATE compound_plan SET status = 'final', hash = 'x', finalized_at = anju_now() WHERE id = $1`, [
    id,
  ]);
}

async function yearOf(owner: pg.Client, prefectureId: string): Promise<{ id: string; rulebookId: string }> {
  const { rows } = await owner.query<{ id: string; rulebookId: string }>(
    `SELECT id, rulebook_id AS "rulebookId" FROM programme_year WHERE prefecture_id = $1 ORDER BY current DESC, year LIMIT 1`,
    [prefectureId],
  );
  if (rows[0]) return rows[0];
  const rulebook = await owner.query<{ id: string }>('SELECT id FROM rulebook_version ORDER BY loaded_at DESC LIMIT 1');
  const rulebookId = rulebook.rows[0]?.id ?? '';
  const days = { start_by: '2020-02-29', complete_by: '2020-06-30' };
  const year = { prefecture_id: prefectureId, year: 2020, rulebook_id: rulebookId, target_share: 70, ...days };
  return { id: await insert(owner, 'programme_year', year), rulebookId };
}

/** Puts a project at a step of a stage: the stages before it are complete, those after it wait. */
export async function projectAt(
  world: World,
  stage: number,
  step: string | null = 'complete',
  whose: Whose = lufengOf(world),
): Promise<StageProject> {
  const { owner } = world;
  const { prefectureId, county, countyCode, clerkId, mark = '' } = whose;
  const n = next();
  const { compoundId, buildingId } = await register(owner, county, `${countyCode}-P${n}`);
  await owner.query(`UPDATE compound SET eligibility = 'eligible' WHERE id = $1`, [compoundId]);
  const year = await yearOf(owner, prefectureId);
  await plan(owner, whose, year.rulebookId, compoundId, buildingId);
  const by = { created_by: clerkId };
  const id = await insert(owner, 'project', {
    ...{ county_id: county.id, prefecture_id: prefectureId, programme_year_id: year.id, rulebook_id: year.rulebookId },
    ...{
      code: `${countyCode}-2020-${n}`,
      name: `粮食局家属院改造${mark} ${n}`,
      stage,
      entity_kind: 'company',
      entity_name: '城投公司',
    },
    ...by,
  });
  const of = { project_id: id, county_id: county.id };
  await owner.query(
    'INSERT INTO project_compound (project_id, compound_id, county_id, created_by) VALUES ($1, $2, $3, $4)',
    [id, compoundId, county.id, clerkId],
  );
  for (let at = 1; at <= 10; at++) {
    const status = at < stage ? 'completed' : at === stage ? 'current' : 'waiting';
    const [statedOn, takenAt] = at < stage ? ['2020-03-01', '2020-03-02'] : [null, null];
    await owner.query(
      `INSERT INTO project_stage (project_id, county_id, stage, status, step, stated_on, received_at, accepted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [id, county.id, at, status, status === 'current' ? step : null, statedOn, takenAt],
    );
  }
  await insert(owner, 'funding_line', { ...of, source: 'central', amount: 120_000_00, ...by });
  return { id, compoundId, buildingId, fileId: await file(owner, whose, id) };
}

/** A paper in force. */
export async function paperOf(world: World, { id, fileId }: StageProject, kind: string, stage: number): Promise<void> {
  await insert(world.owner, 'paper', {
    ...{
      project_id: id,
      county_id: world.lufeng.id,
      kind,
      stage,
      no: 1,
      title: kind,
      file_id: fileId,
      file_sha256: 'x',
    },
    created_by: world.actors.lufengClerk.accountId,
  });
}

/** Names somebody to the project. */
export async function nameTo(world: World, projectId: string, accountId: string): Promise<void> {
  await world.owner.query(
    'INSERT INTO project_person (project_id, account_id, county_id, created_by) VALUES ($1, $2, $3, $2)',
    [projectId, accountId, world.lufeng.id],
  );
}

/** All that was planned is reported complete. */
export async function completeWorks(world: World, { id, compoundId, buildingId }: StageProject): Promise<void> {
  const of = { project_id: id, county_id: world.lufeng.id, compound_id: compoundId, completed_on: '2020-05-01' };
  const by = { reported_by: world.actors.lufengClerk.accountId };
  await insert(world.owner, 'item_completion', { ...of, item: 'C-R07', ...by });
  await insert(world.owner, 'item_completion', { ...of, item: 'B-R01', building_id: buildingId, ...by });
}
