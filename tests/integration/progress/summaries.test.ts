import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as decide from '@/app/api/v1/county-months/[id]/decide/route';
import * as summary from '@/app/api/v1/progress/[month]/summary/route';
import * as printed from '@/app/api/v1/progress/[month]/summary.xlsx/route';
import * as progress from '@/app/api/v1/progress/route';
import * as accept from '@/app/api/v1/projects/[id]/reports/[month]/accept/route';
import * as answer from '@/app/api/v1/projects/[id]/reports/[month]/corrections/[correctionId]/answer/route';
import * as corrections from '@/app/api/v1/projects/[id]/reports/[month]/corrections/route';
import * as report from '@/app/api/v1/projects/[id]/reports/[month]/route';
import * as submit from '@/app/api/v1/projects/[id]/reports/[month]/submit/route';
import type { ProgressAnswer, ReportAnswer, SummaryView } from '@/lib/domain/progress/answers';
import { asking, type Json } from '../../support/asking';
import { clockAt } from '../../support/clock';
import type { StageProject } from '../../support/stage-project';
import { underContract } from '../../support/under-contract';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
let made: StageProject;
let other: StageProject;
let year = 2019;
let month = '';
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
/** A year for each test, in which the county has two projects that report. */
beforeEach(async () => {
  year += 1;
  month = `${year}-05`;
  await world.owner.query('UPDATE project SET stage = 10');
  [made, other] = [await underContract(world), await underContract(world)];
  await clockAt(world.owner, `${year}-06-03T10:00+08:00`);
});

const ask = asking(() => world);
const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];
const SIGNED = { filler: '李梅', reviewer: '王强', signer: '张局' };

const at = ({ id }: StageProject) => ({ id, month });
const read = async (one: StageProject): Promise<ReportAnswer> =>
  (await ask('GET', report.GET, 'lufengClerk', at(one))).json;
const body = ({ compoundId, buildingId }: StageProject, road: number) => ({
  ...{ investment: '300000.00', people: 12, problems: '=缺材料' },
  items: [
    { compoundId, buildingId: null, item: 'C-R07', percent: road },
    { compoundId, buildingId, item: 'B-R01', percent: 10 },
  ],
});
const send = async (one: StageProject, road = 40) =>
  ask('POST', submit.POST, 'lufengClerk', at(one), { body: body(one, road), version: (await read(one)).version });
const take = async (one: StageProject, as: Person = 'prefectureBureau') =>
  ask('POST', accept.POST, as, at(one), { version: (await read(one)).version });
async function allAccepted() {
  for (const one of [made, other]) {
    await send(one);
    await take(one, 'lufengClerk2');
  }
}
const sumUp = (more: object = {}, as: Person = 'lufengClerk') =>
  ask('POST', summary.POST, as, { month }, { body: { ...SIGNED, ...more } });
const verdict = ({ id, version }: SummaryView, what: object, as: Person = 'prefectureBureau') =>
  ask('POST', decide.POST, as, { id }, { body: what, version });
const BACK = { accept: false, remark: '投资额有误' };
const overview = async (as: Person): Promise<ProgressAnswer> => {
  const path = `/api/v1/progress?month=${month}`;
  return (await world.call(progress.GET, { as, path })).json;
};
/** The paper's cells, row by row. */
async function paper(as: Person = 'lufengClerk', county?: string) {
  const path = `/api/v1/progress/${month}/summary.xlsx${county ? `?county=${county}` : ''}`;
  const got = await world.call(printed.GET, { as, path, params: { month } });
  if (got.status !== 200) return { status: got.status, rows: [], codes: codes(got.json) };
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await got.response.arrayBuffer());
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return { status: 200, rows, codes: [] };
}
const keptContent = async () =>
  (
    await world.owner.query(
      'SELECT content, hash, receipt_hash(content, received_at) AS again FROM county_month WHERE month = $1 ORDER BY no DESC LIMIT 1',
      [`${month}-01`],
    )
  ).rows[0];

describe('县市月度汇总', () => {
  it('所有月报接收以后，填报人、审核人、签发人一次报送，取得回执；州住建局接收', async () => {
    await allAccepted();
    const sent = await sumUp();
    expect(sent).toMatchObject({
      status: 201,
      json: { ...SIGNED, no: 1, status: 'submitted', late: false, dueAt: `${year}-06-05T15:59:59.999Z`, version: 1 },
    });
    const kept = await keptContent();
    expect([kept.hash, kept.again]).toEqual([sent.json.hash, sent.json.hash]);
    expect(kept.content).toMatchObject({ month, projects: 2, investment: '600000.00' });
    expect(kept.content.lines).toMatchObject([
      { percentBp: 2500, people: 12 },
      { percentBp: 2500, people: 12 },
    ]);
    expect(codes((await sumUp()).json)).toEqual(['summary.there.submitted']);

    await clockAt(world.owner, `${year}-06-08T09:30+08:00`);
    const done = await verdict(sent.json, { accept: true });
    expect(done).toMatchObject({ status: 200, json: { status: 'accepted', late: false, version: 2 } });
    expect(done.json.firstReceivedAt.slice(0, 16)).toBe(`${year}-06-03T02:00`);
    expect(done.json.decidedAt.slice(0, 16)).toBe(`${year}-06-08T01:30`);
    expect(codes((await sumUp()).json)).toEqual(['summary.there.accepted']);
    expect((await overview('lufengClerk')).counties).toMatchObject([
      { accepted: 2, projects: 2, overdue: 0, timeliness: 'inTime', summary: { status: 'accepted' } },
    ]);
  });

  it('期限后报送的算迟', async () => {
    await allAccepted();
    await clockAt(world.owner, `${year}-06-06T00:00:00+08:00`);
    expect((await sumUp()).json).toMatchObject({ status: 'submitted', late: true });
  });

  it('月份没有结束、月报没有接收、同一个人又填又审又签，一次说完', async () => {
    await send(made);
    await clockAt(world.owner, `${year}-05-31T23:00+08:00`);
    const early = await sumUp({ reviewer: '李梅', signer: '李梅' });
    expect(early.status).toBe(422);
    expect(codes(early.json).sort()).toEqual([
      ...['summary.monthRunning', 'summary.open.none', 'summary.open.submitted'],
      ...['summary.samePerson', 'summary.samePerson'],
    ]);
    expect(early.json.reasons.filter((one: Json) => one.field).map((one: Json) => one.field)).toEqual([
      ...['reviewer', 'signer'],
    ]);
    expect((await sumUp({ filler: ' ' })).status).toBe(400);
  });

  it('没有要报的项目，不需要汇总', async () => {
    expect(codes((await sumUp({}, 'shuangbaiClerk')).json)).toEqual(['summary.nothing']);
  });

  it('报送的内容不因以后的更正而变；汇总以后月报由州住建局办理', async () => {
    await allAccepted();
    const sent = await sumUp();
    const asked = await ask('POST', corrections.POST, 'lufengClerk', at(made), {
      body: { reason: '道路进度多报' },
      version: (await read(made)).version,
    });
    const correctionId = (asked.json as ReportAnswer).corrections[0]?.id ?? '';
    const reply = async (as: Person) =>
      ask(
        'POST',
        answer.POST,
        as,
        { ...at(made), correctionId },
        { body: { granted: true }, version: (await read(made)).version },
      );
    expect(codes((await reply('lufengClerk2')).json)).toEqual(['report.summedUp']);
    expect((await reply('prefectureBureau')).json).toMatchObject({ status: 'correcting' });
    const before = await keptContent();
    await send(made, 20);
    expect(codes((await take(made, 'lufengClerk2')).json)).toEqual(['report.summedUp']);
    await take(made);
    const counted = await world.owner.query('SELECT percent_bp FROM project_month WHERE project_id = $1', [made.id]);
    expect(counted.rows[0]?.percent_bp).toBe(1500);
    expect(await keptContent()).toEqual(before);
    expect((await verdict(sent.json, { accept: true })).json).toMatchObject({ hash: sent.json.hash });
    const { rows } = await paper();
    expect(rows.filter(([no]) => no === 1 || no === 2).map((row) => row[4])).toEqual([25, 25]);
  });

  it('退回不是重大更正的，首次收到的时间不变；重大更正的，重新计算；每次报送都留着', async () => {
    await allAccepted();
    const first = (await sumUp()).json as SummaryView;
    expect((await verdict(first, { accept: false })).json.reasons).toMatchObject([
      { code: 'summary.remarkMissing', field: 'remark' },
    ]);
    const back = await verdict(first, { ...BACK, material: false });
    expect(back.json).toMatchObject({ status: 'returned', remark: '投资额有误', material: false });
    await clockAt(world.owner, `${year}-06-09T10:00+08:00`);
    const second = (await sumUp()).json as SummaryView;
    expect(second).toMatchObject({ no: 2, late: false, firstReceivedAt: first.firstReceivedAt });
    expect(second.receivedAt.slice(0, 10)).toBe(`${year}-06-09`);
    await verdict(second, { ...BACK, material: true });
    const third = (await sumUp()).json as SummaryView;
    expect(third).toMatchObject({ no: 3, late: true });
    expect(third.firstReceivedAt.slice(0, 10)).toBe(`${year}-06-09`);
    const { rows } = await world.owner.query('SELECT no, status FROM county_month WHERE month = $1 ORDER BY no', [
      `${month}-01`,
    ]);
    expect(rows.map(({ no, status }) => [no, status])).toEqual([
      [1, 'returned'],
      [2, 'returned'],
      [3, 'submitted'],
    ]);
    expect(codes((await verdict({ ...first, version: 2 }, { accept: true })).json)).toEqual(['summary.notWaiting']);
  });

  it('一次重大更正以后，再退回不是重大更正的，也不回到最早的时间', async () => {
    await allAccepted();
    await verdict((await sumUp()).json, { ...BACK, material: true });
    await clockAt(world.owner, `${year}-06-09T10:00+08:00`);
    const second = (await sumUp()).json as SummaryView;
    await verdict(second, { ...BACK, material: false });
    await clockAt(world.owner, `${year}-06-10T10:00+08:00`);
    expect((await sumUp()).json).toMatchObject({ no: 3, firstReceivedAt: second.firstReceivedAt, late: true });
  });
});

describe('谁来报、谁来办', () => {
  it('两个人同时报送，只有一份；两个人同时办理，只有一个', async () => {
    await allAccepted();
    const both = await Promise.all([sumUp(), sumUp({}, 'lufengClerk2')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    const sent = both.find(({ status }) => status === 201)?.json as SummaryView;
    const decided = await Promise.all([
      verdict(sent, { accept: true }),
      verdict(sent, { ...BACK, material: false }, 'prefectureBureau2'),
    ]);
    expect(decided.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('只有州住建局接收和退回；别的县看不见', async () => {
    await allAccepted();
    const sent = (await sumUp()).json as SummaryView;
    expect((await verdict(sent, { accept: true }, 'lufengClerk')).status).toBe(403);
    expect((await verdict(sent, { accept: true }, 'shuangbaiClerk')).status).toBe(403);
    expect((await sumUp({}, 'prefectureBureau')).status).toBe(403);
    expect((await sumUp({}, 'lufengEntity')).status).toBe(403);
    expect((await verdict({ ...sent, id: world.rulebookId }, { accept: true })).status).toBe(404);
    expect(await overview('shuangbaiClerk')).toMatchObject({ counties: [], lines: [] });
    const seen = await overview('prefectureBureau');
    expect(seen.counties).toMatchObject([{ id: world.lufeng.id, summary: { id: sent.id } }]);
  });

  it('报送的数据库也不让改', async () => {
    await allAccepted();
    const { json } = await sumUp();
    const denied = (sql: string) => expect(world.owner.query(sql, [json.id])).rejects.toMatchObject({ code: '42501' });
    await denied(`UPDATE county_month SET content = '{}' WHERE id = $1`);
    await denied('UPDATE county_month SET first_received_at = anju_now() WHERE id = $1');
    await denied(`UPDATE county_month SET signer = '别人' WHERE id = $1`);
    await denied('DELETE FROM county_month WHERE id = $1');
  });
});

describe('汇总表', () => {
  it('题名、县市、月份、各项目、合计、三个人、回执的时间和校验码', async () => {
    await allAccepted();
    const before = await paper();
    expect(before.rows.at(-1)?.[0]).toBe('尚未报送。已接收 2 个项目的月报，共 2 个；以报送的为准。');
    const sent = (await sumUp()).json as SummaryView;
    const { rows } = await paper('prefectureBureau', world.lufeng.id);
    expect(rows[0]?.[0]).toBe('老旧小区改造项目进展月度汇总表');
    expect(rows[1]?.[0]).toBe(`县市：禄丰市    月份：${year}年5月    金额单位：元`);
    expect(rows[3]).toMatchObject({ 0: 1, 3: 8, 4: 25, 5: 300_000, 6: 12, 7: '=缺材料' });
    expect(rows[3]?.[8]).toMatch(new RegExp(`^${year}-06-03 10:00:\\d\\d$`));
    expect(rows[5]).toMatchObject({ 0: '合计', 2: '2 个项目', 5: 600_000, 6: 24 });
    expect(rows[6]?.[0]).toBe('填报人：李梅    审核人：王强    签发人：张局');
    expect(rows[7]?.[0]).toMatch(new RegExp(`^第 1 次报送，系统收到时间：${year}-06-03 10:00:\\d\\d$`));
    expect(rows[8]?.[0]).toBe(`回执校验码：${sent.hash}`);
    expect(rows[9]?.[0]).toBe('等待州住建局接收');
  });

  it('没有接收的月报没有数；退回的汇总不打印', async () => {
    await send(made);
    await take(made, 'lufengClerk2');
    await send(other);
    const { rows } = await paper();
    expect(rows[4]?.slice(4, 8)).toEqual([undefined, undefined, undefined, undefined]);
    expect(rows[5]).toMatchObject({ 5: 300_000, 6: 12 });
    await take(other, 'lufengClerk2');
    await verdict((await sumUp()).json, { ...BACK, material: false });
    expect((await paper()).rows.at(-1)?.[0]).toContain('尚未报送');
  });

  it('是县市和州的：社区、街道和项目上的人没有，别的县像不存在一样', async () => {
    for (const as of ['lufengCommunity', 'lufengTown', 'lufengEntity'] as const)
      expect((await paper(as)).status).toBe(404);
    expect((await paper('lufengClerk', world.shuangbai.id)).status).toBe(404);
    expect((await paper('prefectureBureau')).codes).toEqual(['progressSheet.countyMissing']);
  });
});
