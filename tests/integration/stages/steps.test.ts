import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as sendBack from '@/app/api/v1/projects/[id]/stages/[stage]/send-back/route';
import * as giveBack from '@/app/api/v1/projects/[id]/stages/[stage]/steps/[step]/return/route';
import * as step from '@/app/api/v1/projects/[id]/stages/[stage]/steps/[step]/route';
import * as stages from '@/app/api/v1/projects/[id]/stages/route';
import type { StagesAnswer } from '@/lib/domain/stages/answers';
import type { Handler } from '@/lib/server/define-route';
import { completeWorks, nameTo, paperOf, projectAt } from '../../support/stage-project';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

interface Said {
  status: number;
  json: StagesAnswer & { reasons?: { code: string; clause?: string }[] };
}
async function post(handler: Handler, as: Person, params: Record<string, string>, body: unknown): Promise<Said> {
  const called = await world.call(handler, { as, method: 'POST', params, body });
  return { status: called.status, json: called.json };
}
const codes = ({ json }: Said) => (json.reasons ?? []).map(({ code }) => code);
const take = (as: Person, id: string, stage: number, name = 'complete', body: object = { statedOn: '2020-06-01' }) =>
  post(step.POST, as, { id, stage: String(stage), step: name }, body);
const read = async (as: Person, id: string): Promise<Said> => {
  const called = await world.call(stages.GET, { as, params: { id } });
  return { status: called.status, json: called.json };
};
const stageOf = ({ json }: Said, number: number) => json.stages.find(({ stage }) => stage === number);

describe('taking the steps of a project', () => {
  it('completes a stage of which nothing is missing, keeps its times and begins the next', async () => {
    const project = await projectAt(world, 3);
    const said = await take('lufengClerk', project.id, 3, 'complete', {
      statedOn: '2020-06-01',
      actualOn: '2020-05-20',
    });
    expect(said.status).toBe(200);
    expect(stageOf(said, 3)).toMatchObject({
      status: 'completed',
      statedOn: '2020-06-01',
      actualOn: '2020-05-20',
      step: null,
    });
    expect(stageOf(said, 3)?.receivedAt).toMatch(/Z$/);
    expect(stageOf(said, 3)?.acceptedAt).toMatch(/Z$/);
    expect(stageOf(said, 4)).toMatchObject({ status: 'current', step: 'submit' });
    expect(said.json.events[0]).toMatchObject({
      kind: 'completed',
      stage: 3,
      actor: '禄丰市住建局 王丽（县市住建局，禄丰市）',
    });
  });

  it('of two people at the same stage at once exactly one completes it; the other is told', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await projectAt(world, 3);
      const said = await Promise.all([take('lufengClerk', id, 3), take('lufengClerk2', id, 3)]);
      expect(said.map(({ status }) => status).sort()).toEqual([200, 422]);
      const loser = said.find(({ status }) => status === 422);
      expect(loser && codes(loser)).toEqual(['stage.alreadyComplete']);
      const { rows } = await world.owner.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM project_event WHERE project_id = $1 AND kind = 'completed'`,
        [id],
      );
      expect(rows[0]?.n).toBe(1);
    }
  });

  it('refuses a stage out of order, by the wrong role, and with everything missing, all at once', async () => {
    const { id } = await projectAt(world, 4, 'submit');
    expect(codes(await take('lufengClerk', id, 2))).toContain('stage.alreadyComplete');
    expect(codes(await take('lufengClerk', id, 9))).toEqual(
      expect.arrayContaining([
        'stage.outOfOrder',
        'stage.notAccepted',
        'stage.paperMissing',
        'stage.finalAccountMissing',
      ]),
    );
    const community = await take('lufengCommunity', id, 4, 'submit', { statedOn: '2099-01-01' });
    expect(codes(community)).toEqual([
      ...['stage.notYours', 'stage.inFuture', 'stage.paperMissing', 'stage.paperMissing', 'stage.estimateMissing'],
      ...['stage.paperMissing', 'stage.paperMissing', 'stage.paperMissing'],
    ]);
    expect(stageOf(await read('lufengClerk', id), 4)).toMatchObject({ status: 'current', step: 'submit' });
  });

  it('is not there for another county, nor for people who are not named to it', async () => {
    const { id } = await projectAt(world, 3);
    for (const person of ['shuangbaiClerk', 'shuangbaiCommunity', 'lufengCommunity2', 'lufengEntity'] as const) {
      expect((await read(person, id)).status, person).toBe(404);
      expect((await take(person, id, 3)).status, person).toBe(404);
    }
    // a leader reads and takes none
    expect((await read('lufengLeader', id)).status).toBe(200);
    expect((await take('lufengLeader', id, 3)).status).toBe(403);
  });

  it('hands a design over: the entity, the prefecture with its paper, back with a reason, and the time of receipt stays', async () => {
    const project = await projectAt(world, 4, 'submit');
    const { id } = project;
    await nameTo(world, id, world.actors.lufengEntity.accountId);
    for (const kind of ['design', 'costEstimate', 'fundRaisingPlan', 'maintenanceFundPlan', 'propertyServicePlan'])
      await paperOf(world, project, kind, 4);
    await world.owner.query('UPDATE project SET estimate = 12000000 WHERE id = $1', [id]);
    const submitted = await take('lufengEntity', id, 4, 'submit');
    expect(submitted.status).toBe(200);
    const receivedAt = stageOf(submitted, 4)?.receivedAt;
    expect(receivedAt).toMatch(/Z$/);
    expect(codes(await take('prefectureBureau', id, 4, 'review'))).toEqual(['stage.paperMissing']);
    expect(
      codes(
        await post(giveBack.POST, 'lufengClerk', { id, stage: '4', step: 'review' }, { reason: '补', material: false }),
      ),
    ).toEqual(['stage.notYours']);
    const back = { reason: '概算缺少工程量表', material: false };
    const returned = await post(giveBack.POST, 'prefectureBureau', { id, stage: '4', step: 'review' }, back);
    expect(stageOf(returned, 4)).toMatchObject({ step: 'submit', receivedAt });
    expect(returned.json.events[0]).toMatchObject({ kind: 'returned', reason: '概算缺少工程量表' });
    const again = await take('lufengEntity', id, 4, 'submit');
    expect(stageOf(again, 4)?.receivedAt).toBe(receivedAt);
    await post(giveBack.POST, 'prefectureBureau', { id, stage: '4', step: 'review' }, { ...back, material: true });
    expect(stageOf(await read('lufengClerk', id), 4)?.receivedAt).toBeNull();
    await take('lufengEntity', id, 4, 'submit');
    await paperOf(world, project, 'technicalReview', 4);
    await paperOf(world, project, 'designApproval', 4);
    for (const [person, name] of [
      ['prefectureBureau', 'review'],
      ['lufengClerk', 'approve'],
      ['lufengClerk', 'report'],
      ['prefectureBureau', 'receive'],
    ] as const)
      expect((await take(person, id, 4, name)).status, name).toBe(200);
    expect(stageOf(await read('prefectureBureau', id), 5)).toMatchObject({ status: 'current' });
  });

  it('what is filed for one project of the county meets nothing of another', async () => {
    const [filed, other] = [await projectAt(world, 6), await projectAt(world, 6)];
    for (const kind of ['drawings', 'budgetAudit']) await paperOf(world, filed, kind, 6);
    const met = async ({ id }: { id: string }) =>
      stageOf(await read('lufengClerk', id), 6)
        ?.conditions.filter((one) => one.met)
        .map(({ need }) => need);
    expect(await met(filed)).toEqual(['drawings', 'budgetAudit']);
    expect(await met(other)).toEqual([]);
  });

  it('completion is reported by the entity and confirmed by the county', async () => {
    const project = await projectAt(world, 8, 'submit');
    await nameTo(world, project.id, world.actors.lufengEntity.accountId);
    expect(codes(await take('lufengEntity', project.id, 8, 'submit'))).toEqual(['stage.itemsMissing']);
    await completeWorks(world, project);
    expect((await take('lufengEntity', project.id, 8, 'submit')).status).toBe(200);
    expect(codes(await take('lufengEntity', project.id, 8, 'confirm'))).toEqual(['stage.notYours']);
    const said = await take('lufengClerk', project.id, 8, 'confirm');
    expect(stageOf(said, 9)).toMatchObject({ status: 'current', step: 'complete' });
  });

  it('a stage sent back makes the later ones wait, with its reason in the history', async () => {
    const { id } = await projectAt(world, 7);
    const params = { id, stage: '4' };
    expect(codes(await post(sendBack.POST, 'lufengClerk', params, { reason: ' ', material: true }))).toEqual([
      'input.required',
    ]);
    const said = await post(sendBack.POST, 'prefectureBureau', params, {
      reason: '设计变更，重新报审',
      material: true,
    });
    expect(said.json.stage).toBe(4);
    expect(said.json.stages.map(({ status }) => status).join(' ')).toBe(
      'completed completed completed current waiting waiting waiting waiting waiting waiting',
    );
    expect(said.json.events[0]).toMatchObject({ kind: 'sentBack', stage: 4, reason: '设计变更，重新报审' });
    expect(
      codes(await post(sendBack.POST, 'prefectureBureau', { id, stage: '9' }, { reason: '补', material: false })),
    ).toEqual(['stage.notComplete']);
  });

  it('everyone who may see the project sees the same gates', async () => {
    const { id } = await projectAt(world, 3);
    await nameTo(world, id, world.actors.lufengEntity.accountId);
    const gates = async (person: Person) =>
      (await read(person, id)).json.stages.map(({ conditions }) => conditions.map(({ need, met }) => [need, met]));
    const seen = await gates('lufengClerk');
    for (const person of ['prefectureBureau', 'lufengTown', 'lufengCommunity', 'lufengEntity'] as const)
      expect(await gates(person), person).toEqual(seen);
  });

  it('history is never changed, and a project is in one stage at a time', async () => {
    const { id } = await projectAt(world, 3);
    await take('lufengClerk', id, 3);
    const { owner } = world;
    await expect(owner.query(`UPDATE project_event SET reason = '改' WHERE project_id = $1`, [id])).rejects.toThrow();
    await expect(owner.query('DELETE FROM project_event WHERE project_id = $1', [id])).rejects.toThrow();
    await expect(
      owner.query(
        `UPDATE project_stage SET status = 'current', step = 'complete' WHERE project_id = $1 AND stage = 6`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'project_stage_one_current' });
  });
});
