import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as decide from '@/app/api/v1/projects/[id]/milestones/[milestoneId]/decide/route';
import * as milestones from '@/app/api/v1/projects/[id]/milestones/route';
import type { MilestoneView } from '@/lib/domain/progress/answers';
import { asking, type Json } from '../../support/asking';
import { clockAt } from '../../support/clock';
import { completeWorks, nameTo, projectAt, type StageProject } from '../../support/stage-project';
import { underContract } from '../../support/under-contract';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
beforeEach(() => clockAt(world.owner, '2020-02-25T10:00+08:00'));

const ask = asking(() => world);
const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];

const START = { kind: 'start', actualOn: '2020-02-20', statedOn: '2020-02-21' };
const COMPLETION = { kind: 'completion', actualOn: '2020-05-25', statedOn: '2020-05-26' };
const say = async ({ id }: StageProject, body: object, as: Person = 'lufengClerk') =>
  ask('POST', milestones.POST, as, { id }, { body });
const all = async ({ id }: StageProject, as: Person = 'lufengClerk'): Promise<MilestoneView[]> =>
  (await ask('GET', milestones.GET, as, { id })).json.items;
const find = async (made: StageProject, kind: string, compoundId: string | null): Promise<MilestoneView> => {
  const found = (await all(made)).find((one) => one.kind === kind && (one.compound?.id ?? null) === compoundId);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};
const verdict = async (
  { id }: StageProject,
  one: Pick<MilestoneView, 'id' | 'version'>,
  body: object,
  as: Person = 'prefectureBureau',
) => ask('POST', decide.POST, as, { id, milestoneId: one.id }, { body, version: one.version });
const accept = { accept: true };
const BACK = { accept: false, remark: '请附开工令' };

/** Begun, with every item registered complete on 1 May; June has come. */
async function worksDone(): Promise<StageProject> {
  const made = await underContract(world);
  await say(made, { ...START, compoundId: made.compoundId });
  await say(made, START);
  await completeWorks(world, made);
  await clockAt(world.owner, '2020-06-10T10:00+08:00');
  return made;
}

describe('开工', () => {
  it('小区、项目先后开工，四个时间各是各的：实际、填报、首次收到、接收', async () => {
    const made = await underContract(world);
    const one = { ...START, compoundId: made.compoundId, note: '开工令', fileId: made.fileId };
    const reported = await say(made, one);
    expect(reported).toMatchObject({
      status: 201,
      json: {
        ...{ kind: 'start', status: 'submitted', actualOn: '2020-02-20', statedOn: '2020-02-21', acceptedAt: null },
        ...{ compound: { id: made.compoundId }, limitOn: '2020-02-29', late: false, version: 1, fileId: made.fileId },
      },
    });
    expect(reported.json.firstReceivedAt.slice(0, 16)).toBe('2020-02-25T02:00');
    expect((await say(made, START)).status).toBe(201);

    await clockAt(world.owner, '2020-03-02T09:00+08:00');
    const taken = await verdict(made, reported.json, accept);
    expect(taken).toMatchObject({ status: 200, json: { status: 'accepted', late: false, version: 2 } });
    const { acceptedAt, firstReceivedAt } = taken.json as MilestoneView;
    expect([acceptedAt?.slice(0, 16), firstReceivedAt]).toEqual(['2020-03-02T01:00', reported.json.firstReceivedAt]);
    expect((await all(made)).map(({ kind, compound, status }) => [kind, compound?.id ?? null, status])).toEqual([
      ['start', made.compoundId, 'accepted'],
      ['start', null, 'submitted'],
    ]);
  });

  it('期限当天最后一刻收到的不算迟，次日零时起算迟，不看填报的日期', async () => {
    const [one, other] = [await underContract(world), await underContract(world)];
    await clockAt(world.owner, '2020-02-29T23:59:45+08:00');
    expect((await say(one, { ...START, compoundId: one.compoundId })).json).toMatchObject({ late: false });
    await clockAt(world.owner, '2020-03-01T00:00:00+08:00');
    expect((await say(other, { ...START, compoundId: other.compoundId })).json).toMatchObject({
      ...{ late: true, statedOn: '2020-02-21', limitOn: '2020-02-29' },
    });
  });

  it('退回不是重大更正的，首次收到的时间不变；重大更正的，重新计算', async () => {
    const [minor, major] = [await underContract(world), await underContract(world)];
    for (const made of [minor, major]) await say(made, { ...START, compoundId: made.compoundId });
    const first = await find(minor, 'start', minor.compoundId);
    const back = await verdict(minor, first, { ...BACK, material: false });
    expect(back.json).toMatchObject({
      ...{ status: 'returned', remark: '请附开工令', material: false, firstReceivedAt: first.firstReceivedAt },
    });
    const strict = await verdict(major, await find(major, 'start', major.compoundId), { ...BACK, material: true });
    expect(strict.json).toMatchObject({ status: 'returned', firstReceivedAt: null, late: false });

    await clockAt(world.owner, '2020-03-05T10:00+08:00');
    const again = await say(minor, { ...START, compoundId: minor.compoundId, actualOn: '2020-02-18' });
    expect(again.json).toMatchObject({
      ...{ id: first.id, status: 'submitted', actualOn: '2020-02-18', firstReceivedAt: first.firstReceivedAt },
      ...{ late: false, version: 3 },
    });
    const anew = await say(major, { ...START, compoundId: major.compoundId });
    expect(anew.json).toMatchObject({ status: 'submitted', late: true });
    expect(anew.json.firstReceivedAt.slice(0, 10)).toBe('2020-03-05');
    expect((await verdict(major, anew.json, accept)).json).toMatchObject({ status: 'accepted', late: true });
  });

  it('不能报的，一次说完原因', async () => {
    const [bare, made, other] = [await projectAt(world, 8), await underContract(world), await underContract(world)];
    const early = await say(bare, { ...START, compoundId: bare.compoundId, statedOn: '2020-02-26' });
    expect(early.status).toBe(422);
    expect(codes(early.json)).toEqual(['milestone.inFuture', 'milestone.noContract']);
    expect(codes((await say(made, START)).json)).toEqual(['milestone.noCompoundStarted']);
    expect(codes((await say(made, { ...START, compoundId: other.compoundId })).json)).toEqual([
      'milestone.otherCompound',
    ]);
    const before = { ...START, compoundId: made.compoundId, actualOn: '2020-02-14' };
    expect((await say(made, before)).json.reasons).toMatchObject([
      { code: 'milestone.beforeContract.start', field: 'actualOn', params: { expected: '2020-02-15' } },
    ]);
    await say(made, { ...START, compoundId: made.compoundId });
    const twice = { ...START, compoundId: made.compoundId };
    expect(codes((await say(made, twice)).json)).toEqual(['milestone.there.submitted']);
    await verdict(made, await find(made, 'start', made.compoundId), accept);
    expect(codes((await say(made, twice)).json)).toEqual(['milestone.there.accepted']);
    expect((await say(made, { ...twice, actualOn: '2020-02-30' })).status).toBe(400);
  });
});

describe('竣工', () => {
  it('先小区后项目；期限是年度计划的竣工期限', async () => {
    const made = await worksDone();
    const one = await say(made, { ...COMPLETION, compoundId: made.compoundId });
    expect(one).toMatchObject({ status: 201, json: { limitOn: '2020-06-30', late: false } });
    await clockAt(world.owner, '2020-06-30T23:59:45+08:00');
    const whole = await say(made, COMPLETION);
    expect(whole).toMatchObject({ status: 201, json: { compound: null, limitOn: '2020-06-30', late: false } });
    await verdict(made, whole.json, { ...BACK, material: true });
    await clockAt(world.owner, '2020-07-01T00:00:00+08:00');
    expect((await say(made, COMPLETION)).json).toMatchObject({ late: true });
    expect((await verdict(made, await find(made, 'completion', null), accept)).json).toMatchObject({
      ...{ status: 'accepted', actualOn: '2020-05-25', statedOn: '2020-05-26', late: true },
    });
  });

  it('不能报的，一次说完原因', async () => {
    const early = await underContract(world);
    await clockAt(world.owner, '2020-06-10T10:00+08:00');
    expect(codes((await say(early, { ...COMPLETION, compoundId: early.compoundId })).json)).toEqual([
      ...['milestone.notStarted', 'milestone.itemsOpen'],
    ]);
    expect(codes((await say(early, COMPLETION)).json)).toEqual([
      ...['milestone.notStarted', 'milestone.itemsOpen', 'milestone.compoundOpen'],
    ]);

    await clockAt(world.owner, '2020-02-25T10:00+08:00');
    const made = await worksDone();
    const wrong = { ...COMPLETION, compoundId: made.compoundId, actualOn: '2020-02-16', statedOn: '2020-06-11' };
    expect(codes((await say(made, wrong)).json)).toEqual([
      ...['milestone.inFuture', 'milestone.beforeStart', 'milestone.beforeLastItem'],
    ]);
    expect(codes((await say(made, COMPLETION)).json)).toEqual(['milestone.compoundOpen']);
    await say(made, { ...COMPLETION, compoundId: made.compoundId });
    await world.owner.query('UPDATE project SET findings_open = 2 WHERE id = $1', [made.id]);
    expect((await say(made, COMPLETION)).json.reasons).toMatchObject([
      { code: 'milestone.findingsOpen', params: { count: 2 } },
    ]);
    await world.owner.query('UPDATE project SET findings_open = 0 WHERE id = $1', [made.id]);
    expect((await say(made, COMPLETION)).status).toBe(201);
  });

  it('退回了的开工不算开工', async () => {
    const made = await worksDone();
    await verdict(made, await find(made, 'start', made.compoundId), { ...BACK, material: false });
    expect(codes((await say(made, { ...COMPLETION, compoundId: made.compoundId })).json)).toEqual([
      'milestone.notStarted',
    ]);
  });
});

describe('谁来报、谁来办', () => {
  it('接收和退回归州住建局；县里不能自己接收；别的县看不见', async () => {
    const made = await underContract(world);
    const { json } = await say(made, { ...START, compoundId: made.compoundId });
    expect((await verdict(made, json, accept, 'lufengClerk')).status).toBe(403);
    expect((await verdict(made, json, accept, 'prefectureFinance')).status).toBe(403);
    expect((await say(made, START, 'prefectureBureau')).status).toBe(403);
    expect((await say(made, START, 'shuangbaiClerk')).status).toBe(404);
    expect((await ask('GET', milestones.GET, 'shuangbaiClerk', { id: made.id })).status).toBe(404);
    expect(codes((await say(made, START, 'lufengTown')).json)).toEqual(['project.notImplementing']);
    const other = await underContract(world);
    expect((await verdict(other, json, accept)).status).toBe(404);
    expect((await say(other, { ...START, compoundId: other.compoundId }, 'lufengEntity')).status).toBe(404);
    await nameTo(world, other.id, world.actors.lufengEntity.accountId);
    expect((await say(other, { ...START, compoundId: other.compoundId }, 'lufengEntity')).status).toBe(201);
  });

  it('退回须写明原因；办过的不再办；看的是旧的，先看新的', async () => {
    const made = await underContract(world);
    const { json } = await say(made, { ...START, compoundId: made.compoundId });
    expect((await verdict(made, json, { accept: false })).json.reasons).toMatchObject([
      { code: 'milestone.remarkMissing', field: 'remark' },
    ]);
    const done = await verdict(made, json, accept);
    const old = await verdict(made, json, { ...BACK, material: true });
    expect([old.status, old.json.conflict.theirs.status]).toEqual([409, 'accepted']);
    expect(codes((await verdict(made, done.json, { ...BACK, material: true })).json)).toEqual([
      'milestone.notWaiting.accepted',
    ]);
  });

  it('两个人同时报，只有一个；两个人同时办，只有一个', async () => {
    const made = await underContract(world);
    const start = { ...START, compoundId: made.compoundId };
    const both = await Promise.all([say(made, start), say(made, start, 'lufengClerk2')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    const one = await find(made, 'start', made.compoundId);
    const decided = await Promise.all([
      verdict(made, one, accept),
      verdict(made, one, { ...BACK, material: true }, 'prefectureBureau2'),
    ]);
    expect(decided.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('接收了的，数据库也不让改', async () => {
    const made = await underContract(world);
    const { json } = await say(made, { ...START, compoundId: made.compoundId });
    const denied = (sql: string) => expect(world.owner.query(sql, [json.id])).rejects.toMatchObject({ code: '42501' });
    await denied('UPDATE milestone SET first_received_at = anju_now() WHERE id = $1');
    await verdict(made, json, accept);
    await denied(`UPDATE milestone SET actual_on = '2020-02-01' WHERE id = $1`);
    await denied('DELETE FROM milestone WHERE id = $1');
  });
});
