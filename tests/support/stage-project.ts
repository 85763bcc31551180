import type pg from 'pg';
import { register } from './rows';
import { insert, type World } from './world';

export interface StageProject {
  id: string;
  compoundId: string;
  buildingId: string;
  fileId: string;
}

let serial = 0;
const next = () => String(++serial).padStart(4, '0');

/** A stored file of 禄丰市, as if it had been uploaded for this project. */
async function file(world: World, projectId: string): Promise<string> {
  return insert(world.owner, 'stored_file', {
    ...{ prefecture_id: world.prefectureId, county_id: world.lufeng.id, project_id: projectId, purpose: 'document' },
    ...{ name: '资料.pdf', media_type: 'application/pdf', size: 1, sha256: 'x', storage_key: `x${next()}` },
    uploaded_by: world.actors.lufengClerk.accountId,
  });
}

/** A final plan: one item of the compound, one of the building. */
async function plan(
  owner: pg.Client,
  world: World,
  { compoundId, buildingId }: Pick<StageProject, 'compoundId' | 'buildingId'>,
) {
  const by = { created_by: world.actors.lufengClerk.accountId };
  const here = { compound_id: compoundId, county_id: world.lufeng.id };
  const id = await insert(owner, 'compound_plan', {
    ...here,
    rulebook_id: world.rulebookId,
    no: 1,
    title: '一区一策',
    ...by,
  });
  const item = {
    ...here,
    plan_id: id,
    answer: 'todo',
    quantity: 100,
    unit: '项',
    unit_cost: 60_000_00,
    cost: 60_000_00,
  };
  await insert(owner, 'plan_item', { ...item, item: 'C-R07' });
  await insert(owner, 'plan_item', { ...item, item: 'B-R01', building_id: buildingId });
  await owner.query(`UPDATE compound_plan SET status = 'final', hash = 'x', finalized_at = anju_now() WHERE id = $1`, [
    id,
  ]);
}

/** Puts a project of 禄丰市 at a step of a stage: those before it are complete, those after it wait. */
export async function projectAt(world: World, stage: number, step: string | null = 'complete'): Promise<StageProject> {
  const { owner, lufeng, prefectureId, rulebookId } = world;
  const n = next();
  const { compoundId, buildingId } = await register(owner, lufeng, `532302-P${n}`);
  await owner.query(`UPDATE compound SET eligibility = 'eligible' WHERE id = $1`, [compoundId]);
  await plan(owner, world, { compoundId, buildingId });
  const by = { created_by: world.actors.lufengClerk.accountId };
  const { rows: years } = await owner.query<{ id: string }>('SELECT id FROM programme_year WHERE current');
  const id = await insert(owner, 'project', {
    ...{ county_id: lufeng.id, prefecture_id: prefectureId, programme_year_id: years[0]?.id, rulebook_id: rulebookId },
    ...{
      code: `532302-2020-${n}`,
      name: `粮食局家属院改造 ${n}`,
      stage,
      entity_kind: 'company',
      entity_name: '禄丰城投',
    },
    ...by,
  });
  const of = { project_id: id, county_id: lufeng.id };
  await owner.query(
    'INSERT INTO project_compound (project_id, compound_id, county_id, created_by) VALUES ($1, $2, $3, $4)',
    [id, compoundId, lufeng.id, by.created_by],
  );
  for (let at = 1; at <= 10; at++) {
    const status = at < stage ? 'completed' : at === stage ? 'current' : 'waiting';
    await owner.query(
      `INSERT INTO project_stage (project_id, county_id, stage, status, step, stated_on, received_at, accepted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [
        id,
        lufeng.id,
        at,
        status,
        status === 'current' ? step : null,
        at < stage ? '2020-03-01' : null,
        at < stage ? '2020-03-02' : null,
      ],
    );
  }
  await insert(owner, 'funding_line', { ...of, source: 'central', amount: 120_000_00, ...by });
  return { id, compoundId, buildingId, fileId: await file(world, id) };
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
