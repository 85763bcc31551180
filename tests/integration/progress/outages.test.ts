import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as retire from '@/app/api/v1/outages/[id]/retire/route';
import * as outages from '@/app/api/v1/outages/route';
import * as progress from '@/app/api/v1/progress/route';
import * as report from '@/app/api/v1/projects/[id]/reports/[month]/route';
import * as submit from '@/app/api/v1/projects/[id]/reports/[month]/submit/route';
import type { OutageView, ProgressAnswer, ReportAnswer } from '@/lib/domain/progress/answers';
import { asking, type Json } from '../../support/asking';
import { clockAt } from '../../support/clock';
import type { StageProject } from '../../support/stage-project';
import { underContract } from '../../support/under-contract';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const ask = asking(() => world);
const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];
const write = async (from: string, to: string, as: Person = 'prefectureBureau') =>
  ask('POST', outages.POST, as, {}, { body: { from: `${from}:00+08:00`, to: `${to}:00+08:00`, reason: '机房停电' } });
const strike = async (id: string, as: Person = 'prefectureBureau') =>
  ask('POST', retire.POST, as, { id }, { body: { reason: '时间写错' } });
const log = async (as: Person = 'lufengClerk'): Promise<OutageView[]> =>
  (await ask('GET', outages.GET, as, {})).json.items;
const month = '2020-05';
const read = async ({ id }: StageProject): Promise<ReportAnswer> =>
  (await ask('GET', report.GET, 'lufengClerk', { id, month })).json;
const send = async (made: StageProject) =>
  ask(
    'POST',
    submit.POST,
    'lufengClerk',
    { id: made.id, month },
    { version: 0, body: { investment: '1.00', people: 1, items: (await read(made)).content.items } },
  );

/** Every test begins with a log in which nothing counts. */
beforeEach(async () => {
  await clockAt(world.owner, '2020-06-07T10:00+08:00');
  for (const { id, retiredAt } of await log('prefectureBureau')) if (!retiredAt) await strike(id);
});

describe('系统中断', () => {
  it('报送期里停一天，期限顺延一天；期限后收到的就不算迟；撤销记录的，又算迟', async () => {
    const made = await underContract(world);
    expect(await read(made)).toMatchObject({ dueAt: '2020-06-05T15:59:59.999Z', timeliness: 'overdue' });
    const day = await write('2020-06-05T20:00', '2020-06-05T22:00');
    expect(day).toMatchObject({ status: 201, json: { reason: '机房停电', retiredAt: null } });
    expect(await read(made)).toMatchObject({ dueAt: '2020-06-06T15:59:59.999Z', timeliness: 'overdue' });
    await write('2020-06-03T08:00', '2020-06-03T09:00');
    expect(await read(made)).toMatchObject({ dueAt: '2020-06-07T15:59:59.999Z', timeliness: 'open' });

    expect((await send(made)).json).toMatchObject({ status: 'submitted', timeliness: 'inTime' });
    const all: ProgressAnswer = (await ask('GET', progress.GET, 'lufengClerk', {})).json;
    expect(all.counties).toMatchObject([{ dueAt: '2020-06-07T15:59:59.999Z', timeliness: 'open' }]);
    expect(all.lines.find(({ project }) => project.id === made.id)).toMatchObject({ timeliness: 'inTime' });

    expect((await strike(day.json.id)).json).toMatchObject({ retiredReason: '时间写错' });
    expect(await read(made)).toMatchObject({ dueAt: '2020-06-06T15:59:59.999Z', timeliness: 'late' });
  });

  it('报送期以外的中断不动期限', async () => {
    const made = await underContract(world);
    await write('2020-05-20T08:00', '2020-05-31T23:59');
    await write('2020-06-06T08:00', '2020-06-06T09:00');
    expect(await read(made)).toMatchObject({ dueAt: '2020-06-05T15:59:59.999Z' });
  });

  it('还没有恢复的、先后颠倒的、太长的、重叠的，说明白', async () => {
    expect(codes((await write('2020-06-07T08:00', '2020-06-07T11:00')).json)).toEqual(['outage.notOver']);
    expect(codes((await write('2020-06-03T08:00', '2020-06-03T07:00')).json)).toEqual(['outage.order']);
    expect(codes((await write('2020-04-01T08:00', '2020-05-20T08:00')).json)).toEqual(['outage.tooLong']);
    await write('2020-06-03T08:00', '2020-06-03T10:00');
    expect((await write('2020-06-03T09:00', '2020-06-03T11:00')).json.reasons).toMatchObject([
      { code: 'outage.overlaps', field: 'from' },
    ]);
    expect((await write('2020-06-03T10:00', '2020-06-03T11:00')).status).toBe(201);
    expect((await write('2020-06-33T10:00', '2020-06-03T11:00')).status).toBe(400);
  });

  it('撤销过的不再撤销，也不妨碍重新登记', async () => {
    const { json } = await write('2020-06-03T08:00', '2020-06-03T10:00');
    expect((await strike(json.id)).status).toBe(200);
    expect(codes((await strike(json.id)).json)).toEqual(['outage.retiredAlready']);
    expect((await write('2020-06-03T08:00', '2020-06-03T10:00')).status).toBe(201);
    expect((await log()).filter(({ from }) => from.startsWith('2020-06-03T00:00'))).not.toHaveLength(0);
    expect((await strike(world.rulebookId)).status).toBe(404);
  });

  it('两个人同时登记同一段，只记一次', async () => {
    const both = await Promise.all([
      write('2020-06-02T08:00', '2020-06-02T10:00'),
      write('2020-06-02T09:00', '2020-06-02T11:00', 'prefectureBureau2'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    const standing = (await log()).filter(({ retiredAt }) => retiredAt === null);
    expect(standing).toHaveLength(1);
  });

  it('由州住建局登记；县里只能看', async () => {
    expect((await write('2020-06-03T08:00', '2020-06-03T10:00', 'lufengClerk')).status).toBe(403);
    expect((await write('2020-06-03T08:00', '2020-06-03T10:00', 'prefectureFinance')).status).toBe(403);
    const { json } = await write('2020-06-03T08:00', '2020-06-03T10:00');
    expect((await strike(json.id, 'lufengClerk')).status).toBe(403);
    expect((await log('shuangbaiClerk')).map(({ id }) => id)).toContain(json.id);
  });
});
