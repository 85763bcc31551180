import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as complaintAnswer from '@/app/api/v1/complaints/[id]/answer/route';
import * as merge from '@/app/api/v1/complaints/[id]/merge/route';
import * as reopen from '@/app/api/v1/complaints/[id]/reopen/route';
import * as turnAway from '@/app/api/v1/complaints/[id]/turn-away/route';
import * as complaints from '@/app/api/v1/complaints/route';
import * as withdrawNews from '@/app/api/v1/news/[id]/withdraw/route';
import * as news from '@/app/api/v1/news/route';
import * as supervisionAnswer from '@/app/api/v1/supervision/[id]/answer/route';
import * as supervisionReturn from '@/app/api/v1/supervision/[id]/return/route';
import * as supervisionWithdraw from '@/app/api/v1/supervision/[id]/withdraw/route';
import * as supervision from '@/app/api/v1/supervision/route';
import type { Handler } from '@/lib/server/define-route';
import { asking } from '../../support/asking';
import { clockAt } from '../../support/clock';
import { finalScheme } from '../../support/notices';
import { type ProjectMade, projectRow } from '../../support/project-rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';
import { allFacts, compoundFacts, lufengFacts } from './reading';

let world: World;
let project: ProjectMade;
let elsewhere: ProjectMade;
beforeAll(async () => {
  world = await makeWorld();
  await clockAt(world.owner, '2020-05-20T10:00+08:00');
  project = await projectRow(world, { stage: 8 });
  elsewhere = await projectRow(world, { county: 'shuangbai', stage: 8 });
});
afterAll(() => world.end());

const ask = asking(() => world);
const on = (day: string) => clockAt(world.owner, `${day}T10:00+08:00`);
interface Versioned {
  id: string;
  version: number;
}
const act = async ({ POST }: { POST: Handler }, one: Versioned, body: object, as: Person = 'lufengClerk') => {
  const { status, json } = await ask('POST', POST, as, { id: one.id }, { body, version: one.version });
  expect(status, JSON.stringify(json)).toBeLessThan(300);
  return json;
};
const compound = () => project.compounds[0]?.id ?? '';

describe('群众反映', () => {
  const enter = async (more: object = {}, as: Person = 'lufengClerk') => {
    const body = { kind: 'complaint', subject: 'quality', channel: 'phone', content: '楼道墙皮脱落', ...more };
    const { status, json } = await ask('POST', complaints.POST, as, {}, { body });
    expect(status, JSON.stringify(json)).toBe(201);
    return json;
  };
  const found = async (id: string) => (await lufengFacts(world)).complaints.find((one) => one.id === id);

  it('项目的、项目小区的算；不说哪个小区的、别的县的不算；年度以外收到的不算', async () => {
    await on('2020-05-20');
    const receivedOn = '2020-05-20';
    const ofCompound = await enter({ compoundId: compound(), receivedOn });
    const ofProject = await enter({ projectId: project.id, receivedOn });
    const general = await enter({ receivedOn });
    const foreign = await enter({ compoundId: elsewhere.compounds[0]?.id, receivedOn }, 'shuangbaiClerk');
    const old = await enter({ projectId: project.id, channel: 'letter', receivedOn: '2019-12-31' });
    const first = await enter({ projectId: project.id, channel: 'letter', receivedOn: '2020-01-01' });
    const ids = (await lufengFacts(world)).complaints.map(({ id }) => id);
    expect(ids).toEqual([first.id, ofCompound.id, ofProject.id]);
    expect(ids).not.toContain(general.id);
    expect(ids).not.toContain(old.id);
    expect((await allFacts(world, 'prefectureBureau'))[1]?.complaints.map(({ id }) => id)).toEqual([foreign.id]);
    expect(await found(ofCompound.id)).toEqual({
      ...{ id: ofCompound.id, no: ofCompound.no, projectId: project.id, compoundId: compound() },
      ...{ dueOn: '2020-06-04', answeredOn: null, late: false },
    });
  });

  it('期限当天答复的不迟；第二天的迟；没有答复又过了期限的迟', async () => {
    await on('2020-05-20');
    const [inTime, late] = [
      await enter({ projectId: project.id, receivedOn: '2020-05-20' }),
      await enter({ projectId: project.id, receivedOn: '2020-05-20' }),
    ];
    await on('2020-06-04');
    await act(complaintAnswer, inTime, { answer: '已修' });
    expect(await found(inTime.id)).toMatchObject({ answeredOn: '2020-06-04', late: false });
    expect(await found(late.id)).toMatchObject({ answeredOn: null, late: false });
    await on('2020-06-05');
    expect(await found(late.id)).toMatchObject({ answeredOn: null, late: true });
    await act(complaintAnswer, late, { answer: '已修' });
    expect(await found(late.id)).toMatchObject({ answeredOn: '2020-06-05', late: true });
  });

  it('第一次答复迟了的，重新办理又按时答复，仍是迟的', async () => {
    await on('2020-05-20');
    const one = await enter({ projectId: project.id, receivedOn: '2020-05-20' });
    await on('2020-06-10');
    const answered = await act(complaintAnswer, one, { answer: '已修' });
    const again = await act(reopen, answered, { words: '仍然漏水，要求再办' });
    expect(await found(one.id)).toMatchObject({ answeredOn: null, late: true });
    await act(complaintAnswer, again, { answer: '重新修好' });
    expect(await found(one.id)).toMatchObject({ answeredOn: '2020-06-10', late: true });
  });

  it('并案的只算一件，期限按最早收到的', async () => {
    await on('2020-06-01');
    const before = (await lufengFacts(world)).complaints.length;
    const lead = await enter({ projectId: project.id, receivedOn: '2020-06-01' });
    const joins = await enter({ projectId: project.id, channel: 'letter', receivedOn: '2020-05-25' });
    expect((await lufengFacts(world)).complaints).toHaveLength(before + 2);
    await act(merge, joins, { intoId: lead.id });
    expect((await lufengFacts(world)).complaints).toHaveLength(before + 1);
    expect(await found(joins.id)).toBeUndefined();
    expect(await found(lead.id)).toMatchObject({ dueOn: '2020-06-09' });
  });

  it('不予受理的，告知的那天就是答复', async () => {
    await on('2020-06-01');
    const one = await enter({ projectId: project.id, receivedOn: '2020-06-01' });
    await on('2020-06-03');
    await act(turnAway, one, { how: 'notAccepted', words: '不属于改造范围，已向来电人说明' });
    expect(await found(one.id)).toMatchObject({ answeredOn: '2020-06-03', late: false });
  });

  it('退出的项目，连同它的反映都不在内', async () => {
    await on('2020-06-01');
    const gone = await projectRow(world, { stage: 8 });
    const one = await enter({ compoundId: gone.compounds[0]?.id, receivedOn: '2020-06-01' });
    expect(await found(one.id)).toBeDefined();
    await world.owner.query(`UPDATE project SET status = 'withdrawn' WHERE id = $1`, [gone.id]);
    expect(await found(one.id)).toBeUndefined();
  });
});

describe('督办', () => {
  let serial = 0;
  const issue = async (limitOn: string, projectIds = [project.id], countyId = world.lufeng.id) => {
    const body = {
      ...{ countyId, documentNo: `楚住建督〔2020〕${++serial}号`, issuedOn: '2020-06-01', limitOn, title: '限期开工' },
      ...{ why: '开工时限已过', demand: '全面开工', projectIds },
    };
    const { status, json } = await ask('POST', supervision.POST, 'prefectureBureau', {}, { body });
    expect(status, JSON.stringify(json)).toBe(201);
    return json;
  };
  const found = async (id: string) => (await lufengFacts(world)).supervisions.find((one) => one.id === id);
  const done = (statedOn: string) => ({ done: '已全面开工', statedOn });

  it('关于年度项目的才算；期限当天答复的不迟，过了的迟；撤回的没有了', async () => {
    await on('2020-06-01');
    const one = await issue('2020-06-10');
    const general = await issue('2020-06-10', []);
    const foreign = await issue('2020-06-10', [elsewhere.id], world.shuangbai.id);
    expect(await found(one.id)).toMatchObject({
      limitOn: '2020-06-10',
      title: '限期开工',
      answeredOn: null,
      late: false,
    });
    expect(await found(general.id)).toBeUndefined();
    expect(await found(foreign.id)).toBeUndefined();
    await on('2020-06-10');
    const answered = await act(supervisionAnswer, one, done('2020-06-10'));
    expect(await found(one.id)).toMatchObject({ answeredOn: '2020-06-10', late: false });
    const back = await act(
      supervisionReturn,
      answered,
      { reason: '没有照片', limitOn: '2020-06-12' },
      'prefectureBureau',
    );
    expect(await found(one.id)).toMatchObject({ answeredOn: null, late: false, limitOn: '2020-06-12' });
    await on('2020-06-13');
    expect(await found(one.id)).toMatchObject({ late: true });
    const late = await act(supervisionAnswer, back, done('2020-06-12'));
    expect(await found(one.id)).toMatchObject({ answeredOn: '2020-06-13', late: true });
    await act(supervisionReturn, late, { reason: '照片不清', limitOn: '2020-06-20' }, 'prefectureBureau');
    expect(await found(one.id), 'what was late stays so').toMatchObject({ answeredOn: null, late: true });
    const gone = await issue('2020-06-30');
    await act(supervisionWithdraw, gone, { reason: '发错县市' }, 'prefectureBureau');
    expect(await found(gone.id)).toBeUndefined();
  });
});

describe('新闻信息', () => {
  it('报了没有撤回的，按年度', async () => {
    await on('2020-06-15');
    const body = {
      ...{ year: 2020, kind: 'report', level: 'province', title: '老旧小区焕新颜', happenedOn: '2020-06-01' },
      ...{ medium: 'press', outlet: '云南日报', link: 'https://www.yndaily.com/1.html' },
    };
    const { json: filed } = await ask('POST', news.POST, 'lufengClerk', {}, { body });
    await ask('POST', news.POST, 'shuangbaiClerk', {}, { body });
    expect((await lufengFacts(world)).news).toEqual([
      { id: filed.id, title: '老旧小区焕新颜', kind: 'report', level: 'province', happenedOn: '2020-06-01' },
    ]);
    await act(withdrawNews, filed, { reason: '链接有误' });
    expect((await lufengFacts(world)).news).toEqual([]);
  });
});

describe('表决和公示', () => {
  it('认定通过的轮次；期满完成的公示，名单按所列小区', async () => {
    const made = await projectRow(world, { stage: 5, compounds: 2 });
    const [first, second] = made.compounds.map(({ id }) => id) as [string, string];
    const by = { county_id: world.lufeng.id, created_by: world.actors.lufengClerk.accountId };
    const scheme = await finalScheme(world.owner, { countyId: by.county_id, accountId: by.created_by }, first);
    const clear = async (table: string, on: boolean) =>
      world.owner.query(`ALTER TABLE ${table} ${on ? 'ENABLE' : 'DISABLE'} TRIGGER USER`);
    for (const table of ['vote_round', 'notice', 'notice_compound']) await clear(table, false);
    const round = (compoundId: string, no: number, attempt: number, outcome: string) =>
      world.owner.query(
        `INSERT INTO vote_round (compound_id, county_id, rulebook_id, round, attempt, code, test, status, outcome, roll_hash, roll_households, roll_area, scheme_id, opened_at, closed_at, certified_at, provisional, result, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, 'policy-two-thirds', 'certified', $7, 'x', 1, 1, $9, anju_now(), anju_now(), anju_now(), '{}', '{}', $8)`,
        [
          compoundId,
          by.county_id,
          world.rulebookId,
          no,
          attempt,
          `${compoundId}-${no}-${attempt}`,
          outcome,
          by.created_by,
          no === 2 ? scheme : null,
        ],
      );
    await round(first, 1, 1, 'failed');
    await round(first, 1, 2, 'passed');
    await round(first, 2, 1, 'failed');
    await round(second, 1, 1, 'passed');
    const notice = (kind: string, compoundId: string | null, status: string) =>
      insert(world.owner, 'notice', {
        ...{ ...by, kind, compound_id: compoundId, status, title: '公示', issuer: '住建局', body: '内容', days: 7 },
        ...{ published_at: '2020-03-01T10:00+08:00', starts_on: '2020-03-01', ends_on: '2020-03-08', hash: 'x' },
        ...(status === 'completed' ? { completed_at: '2020-03-09T10:00+08:00' } : {}),
      });
    const list = await notice('list', null, 'completed');
    await world.owner.query('INSERT INTO notice_compound (notice_id, compound_id, county_id) VALUES ($1, $2, $3)', [
      list,
      first,
      by.county_id,
    ]);
    await notice('plan', first, 'published');
    await notice('plan', second, 'completed');
    for (const table of ['vote_round', 'notice', 'notice_compound']) await clear(table, true);
    expect(await compoundFacts(world, made.id)).toMatchObject({ id: first, roundsPassed: [1], notices: ['list'] });
    expect(await compoundFacts(world, made.id, 1)).toMatchObject({ id: second, roundsPassed: [1], notices: ['plan'] });
  });
});
