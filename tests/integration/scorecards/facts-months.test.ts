import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as decide from '@/app/api/v1/county-months/[id]/decide/route';
import * as retire from '@/app/api/v1/outages/[id]/retire/route';
import * as outages from '@/app/api/v1/outages/route';
import * as summary from '@/app/api/v1/progress/[month]/summary/route';
import * as accept from '@/app/api/v1/projects/[id]/reports/[month]/accept/route';
import * as sendBack from '@/app/api/v1/projects/[id]/reports/[month]/return/route';
import * as report from '@/app/api/v1/projects/[id]/reports/[month]/route';
import * as submit from '@/app/api/v1/projects/[id]/reports/[month]/submit/route';
import type { OutageView, ReportAnswer, SummaryView } from '@/lib/domain/progress/answers';
import { asking } from '../../support/asking';
import { clockAt } from '../../support/clock';
import type { StageProject } from '../../support/stage-project';
import { underContract } from '../../support/under-contract';
import { makeWorld, type World } from '../../support/world';
import { lufengFacts, projectFacts } from './reading';

let world: World;
let made: StageProject;
const MONTH = '2020-05';

/** One project that reports: it came to be in May; May is due on 5 June. */
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  await clockAt(world.owner, '2020-06-03T10:00+08:00');
  await world.owner.query(`UPDATE project SET status = 'withdrawn'`);
  made = await underContract(world);
  await world.owner.query(`UPDATE project SET created_at = '2020-05-06T09:00+08:00' WHERE id = $1`, [made.id]);
  await world.owner.query(
    `UPDATE outage SET retired_at = anju_now(), retired_reason = '测试' WHERE retired_at IS NULL`,
  );
});

const ask = asking(() => world);
const at = (instant: string) => clockAt(world.owner, instant);
const here = () => ({ id: made.id, month: MONTH });
const read = async (): Promise<ReportAnswer> => (await ask('GET', report.GET, 'lufengClerk', here())).json;
const items = () => [
  { compoundId: made.compoundId, buildingId: null, item: 'C-R07', percent: 40 },
  { compoundId: made.compoundId, buildingId: made.buildingId, item: 'B-R01', percent: 10 },
];
async function send(): Promise<void> {
  const { version } = await read();
  const body = { investment: '300000.00', people: 12, items: items() };
  const { status, json } = await ask('POST', submit.POST, 'lufengClerk', here(), { body, version });
  expect(status, JSON.stringify(json)).toBeLessThan(300);
}
async function take(): Promise<void> {
  const { status } = await ask('POST', accept.POST, 'lufengClerk2', here(), { version: (await read()).version });
  expect(status).toBe(200);
}
const due = async () => {
  const { reportsDue, reportsInTime } = await projectFacts(world, made.id);
  return [reportsDue, reportsInTime];
};
/** As no command would write it: what the guards of the table refuse. */
async function unguarded(sql: string, values: unknown[]): Promise<void> {
  await world.owner.query('ALTER TABLE progress_report DISABLE TRIGGER USER');
  await world.owner.query(sql, values);
  await world.owner.query('ALTER TABLE progress_report ENABLE TRIGGER USER');
}
const receivedAt = (instant: string) =>
  unguarded('UPDATE progress_report SET first_received_at = $2 WHERE project_id = $1', [made.id, instant]);
const ofCounty = async () => (await lufengFacts(world)).months;

describe('月报', () => {
  it('期限当天还没有报的不欠；过了那一天的最后一刻，欠一个月', async () => {
    await at('2020-06-05T10:00+08:00');
    expect(await due()).toEqual([0, 0]);
    await at('2020-06-06T00:00:01+08:00');
    expect(await due()).toEqual([1, 0]);
    await at('2020-08-06T10:00+08:00');
    expect(await due(), '5、6、7月').toEqual([3, 0]);
  });

  it('期限当天最后一刻收到的，按时；再晚一刻，迟', async () => {
    await at('2020-06-05T23:59:30+08:00');
    await send();
    expect(await due()).toEqual([1, 1]);
    await receivedAt('2020-06-05T23:59:59.999+08:00');
    await at('2020-06-10T10:00+08:00');
    expect(await due()).toEqual([1, 1]);
    await receivedAt('2020-06-06T00:00:00+08:00');
    expect(await due()).toEqual([1, 0]);
  });

  it('接收的月报进入进度；退回不是重大更正的，首次收到的时间不变，重大的重新计算', async () => {
    await send();
    await take();
    expect((await projectFacts(world, made.id)).months).toEqual([{ month: '2020-05-01', basisPoints: 2500 }]);
    const other = await underContract(world);
    await world.owner.query(`UPDATE project SET created_at = '2020-05-06T09:00+08:00' WHERE id = $1`, [other.id]);
    made = other;
    await send();
    const back = async (material: boolean) =>
      ask('POST', sendBack.POST, 'lufengClerk2', here(), {
        version: (await read()).version,
        body: { material, remarks: [{ field: 'investment', text: '投资额有误' }] },
      });
    expect((await back(false)).status).toBe(200);
    await at('2020-06-09T10:00+08:00');
    await send();
    expect(await due()).toEqual([1, 1]);
    await back(true);
    expect(await due()).toEqual([1, 0]);
    await send();
    expect(await due()).toEqual([1, 0]);
  });

  it('验收以前到期的仍算；验收以后不再要', async () => {
    await at('2020-08-03T10:00+08:00');
    await world.owner.query('UPDATE project SET stage = 10 WHERE id = $1', [made.id]);
    const finished = (day: string) =>
      world.owner.query(
        `UPDATE project_stage SET status = 'completed', step = NULL, received_at = $2, accepted_at = $2 WHERE project_id = $1 AND stage = 9`,
        [made.id, `${day}T10:00+08:00`],
      );
    await finished('2020-06-05');
    expect(await due(), '当天验收的，5月不再要').toEqual([0, 0]);
    await finished('2020-06-06');
    expect(await due()).toEqual([1, 0]);
    await finished('2020-07-06');
    expect(await due(), '5、6月').toEqual([2, 0]);
  });

  it('暂停的项目，没有写的月份不要', async () => {
    await at('2020-07-10T10:00+08:00');
    expect(await due()).toEqual([2, 0]);
    await world.owner.query(`UPDATE project SET status = 'suspended' WHERE id = $1`, [made.id]);
    expect(await due()).toEqual([0, 0]);
  });
});

describe('系统中断', () => {
  it('期限里停一天，期限顺延；撤销记录的，恢复', async () => {
    await at('2020-06-06T09:00+08:00');
    await send();
    expect(await due()).toEqual([1, 0]);
    const body = { from: '2020-06-04T08:00:00+08:00', to: '2020-06-04T20:00:00+08:00', reason: '机房停电' };
    const { json } = await ask('POST', outages.POST, 'prefectureBureau', {}, { body });
    expect(await due()).toEqual([1, 1]);
    const { id } = json as OutageView;
    await ask('POST', retire.POST, 'prefectureBureau', { id }, { body: { reason: '时间写错' } });
    expect(await due()).toEqual([1, 0]);
  });
});

describe('县市月度汇总', () => {
  const sumUp = async (): Promise<SummaryView> => {
    const body = { filler: '李梅', reviewer: '王强', signer: '张局' };
    const { status, json } = await ask('POST', summary.POST, 'lufengClerk', { month: MONTH }, { body });
    expect(status, JSON.stringify(json)).toBe(201);
    return json;
  };
  const giveBack = ({ id, version }: SummaryView, material: boolean) =>
    ask(
      'POST',
      decide.POST,
      'prefectureBureau',
      { id },
      { version, body: { accept: false, material, remark: '投资额有误' } },
    );

  it('每个到期的月份一行；按时、迟、没有报，退回按是不是重大', async () => {
    await unguarded(
      `UPDATE progress_report SET status = 'accepted', accepted_no = sent, accepted_at = received_at WHERE project_id <> $1`,
      [made.id],
    );
    await at('2020-06-06T10:00+08:00');
    const may = { month: '2020-05-01', dueOn: '2020-06-05' };
    expect(await ofCounty()).toEqual([{ ...may, receivedOn: null, inTime: false }]);
    await at('2020-06-05T10:00+08:00');
    expect(await ofCounty()).toEqual([]);
    await send();
    await take();
    const first = await sumUp();
    expect(await ofCounty()).toEqual([{ ...may, receivedOn: '2020-06-05', inTime: true }]);
    await giveBack(first, false);
    await at('2020-06-09T10:00+08:00');
    const second = await sumUp();
    expect(await ofCounty()).toEqual([{ ...may, receivedOn: '2020-06-05', inTime: true }]);
    await giveBack(second, true);
    expect(await ofCounty()).toEqual([{ ...may, receivedOn: null, inTime: false }]);
    await sumUp();
    expect(await ofCounty()).toEqual([{ ...may, receivedOn: '2020-06-09', inTime: false }]);
  });

  it('只算年度里的月份', async () => {
    await world.owner.query(`UPDATE project SET created_at = '2019-11-06T09:00+08:00' WHERE id = $1`, [made.id]);
    await at('2021-03-10T10:00+08:00');
    const months = (await ofCounty()).map(({ month }) => month);
    expect([months[0], months.at(-1), months.length]).toEqual(['2020-01-01', '2020-12-01', 12]);
    expect((await due())[0], '2019年11月到2021年2月').toBe(16);
  });
});
