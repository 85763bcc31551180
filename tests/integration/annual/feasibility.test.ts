import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as approveRoute from '@/app/api/v1/feasibility-reports/[id]/approve/route';
import * as consentRoute from '@/app/api/v1/feasibility-reports/[id]/consent/route';
import * as recordRoute from '@/app/api/v1/feasibility-reports/[id]/record-approval/route';
import * as reportRoute from '@/app/api/v1/feasibility-reports/[id]/route';
import * as reportsRoute from '@/app/api/v1/feasibility-reports/route';
import * as filesRoute from '@/app/api/v1/files/route';
import * as groupsRoute from '@/app/api/v1/leading-groups/route';
import type { FeasibilityDetail } from '@/lib/domain/feasibility/answers';
import type { LeadingGroupAnswer } from '@/lib/domain/leading-groups/schema';
import { type YearProject, yearProject } from '../../support/annual-rows';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
let one: YearProject;
let other: YearProject;
let foreign: YearProject;

beforeAll(async () => {
  world = await makeWorld();
  one = await yearProject(world, world.lufeng, { stage: 2 });
  other = await yearProject(world, world.lufeng, { stage: 2 });
  foreign = await yearProject(world, world.shuangbai, { stage: 2 });
  await world.owner.query('UPDATE project SET estimate = 41800000 WHERE id = $1', [one.id]);
});
afterAll(() => world.end());

const codesOf = (json: unknown) => (json as { reasons?: { code: string }[] }).reasons?.map(({ code }) => code);
let files = 0;
async function file(as: Person): Promise<string> {
  files += 1;
  const { json } = await world.call(filesRoute.POST, {
    as,
    method: 'POST',
    path: '/api/v1/files?purpose=document',
    rawBody: `%PDF-1.4\n${files} %%EOF`,
    headers: { 'x-file-name': 'a.pdf' },
  });
  return (json as { id: string }).id;
}
const create = (as: Person, body: object) =>
  world.call(reportsRoute.POST, {
    as,
    method: 'POST',
    body: { year: 2020, title: '2020年可研报告', investment: '420000', ...body },
  });
const step = (
  handler: typeof approveRoute.POST,
  as: Person,
  { id, version }: FeasibilityDetail,
  body: object = { documentNo: '禄政复〔2020〕1号', documentOn: '2020-02-01' },
  method: 'POST' | 'PATCH' = 'POST',
) => world.call(handler, { as, method, params: { id }, body, headers: { 'if-match': `"${version}"` } });

describe('the annual feasibility report', () => {
  let report: FeasibilityDetail;

  test('is the county bureau’s, over projects of its county and year', async () => {
    expect((await create('lufengFinance', {})).status).toBe(403);
    expect((await create('lufengClerk', { projectIds: [foreign.id] })).status).toBe(404);
    const both = await Promise.all([create('lufengClerk', {}), create('lufengClerk2', {})]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    report = both.find(({ status }) => status === 201)?.json as unknown as FeasibilityDetail;
    expect(report).toMatchObject({ no: 1, status: 'draft', covered: [], others: [{ id: one.id }, { id: other.id }] });
  });

  test('needs its text and its projects before the government consents; sums stand beside each other', async () => {
    expect(codesOf((await step(consentRoute.POST, 'lufengClerk', report)).json)).toEqual([
      'feasibility.fileMissing',
      'feasibility.noProjects',
    ]);
    const body = { projectIds: [one.id], fileId: await file('lufengClerk') };
    report = (await step(reportRoute.PATCH, 'lufengClerk', report, body, 'PATCH')).json as unknown as FeasibilityDetail;
    expect(report).toMatchObject({ investment: '420000.00', cost: '418000.00', difference: '2000.00', projects: 1 });
    expect((await step(consentRoute.POST, 'shuangbaiClerk', report)).status).toBe(404);
    expect(codesOf((await step(recordRoute.POST, 'lufengClerk', report)).json)).toEqual([
      'feasibility.drcApproves',
      'feasibility.notConsented',
    ]);
    const both = await Promise.all(
      (['lufengClerk', 'lufengClerk2'] as const).map((as) => step(consentRoute.POST, as, report)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    report = both.find(({ status }) => status === 200)?.json as unknown as FeasibilityDetail;
  });

  test('a change takes the consent back', async () => {
    const changed = await step(reportRoute.PATCH, 'lufengClerk', report, { investment: '418000' }, 'PATCH');
    expect(changed.json).toMatchObject({ status: 'draft', consent: null, difference: '0.00' });
    report = (await step(consentRoute.POST, 'lufengClerk', changed.json as unknown as FeasibilityDetail))
      .json as unknown as FeasibilityDetail;
  });

  test('where there is a 发改局 it approves; where there is none, the bureau records the body named for it', async () => {
    // as in 楚雄高新区
    await world.owner.query(`UPDATE unit SET approvers = '{"feasibility": "禄丰市经济发展局"}' WHERE id = $1`, [
      world.lufeng.id,
    ]);
    const early = await step(recordRoute.POST, 'lufengClerk', report, {
      documentNo: '禄经发〔2020〕3号',
      documentOn: '2020-01-05',
    });
    expect(codesOf(early.json)).toEqual(['feasibility.approvedBeforeConsent']);
    await world.owner.query(`UPDATE account SET role = 'county_drc' WHERE id = $1`, [
      world.actors.lufengFinance.accountId,
    ]);
    const notIts = { documentNo: '禄发改复〔2020〕2号', documentOn: '2020-02-10' };
    expect(codesOf((await step(approveRoute.POST, 'lufengFinance', report, notIts)).json)).toEqual([
      'feasibility.bureauRecords',
    ]);
    await world.owner.query(`UPDATE unit SET approvers = '{}' WHERE id = $1`, [world.lufeng.id]);
    const approval = { documentNo: '禄发改复〔2020〕3号', documentOn: '2020-02-10' };
    expect(codesOf((await step(recordRoute.POST, 'lufengClerk', report, approval)).json)).toEqual([
      'feasibility.drcApproves',
    ]);
    const done = await step(approveRoute.POST, 'lufengFinance', report, approval);
    expect(done.json).toMatchObject({ status: 'approved', approval: { body: '禄丰市发展和改革局' } });
    report = done.json as unknown as FeasibilityDetail;
    expect(codesOf((await step(reportRoute.PATCH, 'lufengClerk', report, { title: '改' }, 'PATCH')).json)).toEqual([
      'feasibility.approved',
    ]);
  });

  test('what was added later comes with its next version; nothing is covered twice', async () => {
    expect(codesOf((await create('lufengClerk', { projectIds: [one.id] })).json)).toEqual([
      'feasibility.projectCovered',
    ]);
    const next = await create('lufengClerk', { projectIds: [other.id] });
    expect(next.json).toMatchObject({ no: 2, covered: [{ id: other.id }] });
    const seen = async (as: Person) =>
      ((await world.call(reportsRoute.GET, { as })).json as { items: unknown[] }).items.length;
    expect([await seen('prefectureFinance'), await seen('lufengClerk'), await seen('shuangbaiClerk')]).toEqual([
      2, 2, 0,
    ]);
  });
});

describe('leading groups', () => {
  const record = (as: Person, documentNo: string, documentOn: string) =>
    world.call(groupsRoute.POST, {
      as,
      method: 'POST',
      body: {
        documentNo,
        documentOn,
        head: '李县长',
        headPost: '县长',
        members: [{ name: '王丽', post: '局长', unit: '住建局', duty: '办公室主任' }],
      },
    });
  test('are set up by document; a later one ends the former', async () => {
    expect((await record('lufengTown', '禄政〔2020〕1号', '2020-01-10')).status).toBe(403);
    expect((await record('lufengClerk', '禄政〔2020〕1号', '2020-01-10')).status).toBe(201);
    expect(codesOf((await record('lufengClerk', '禄政〔2020〕1号', '2019-01-10')).json)).toEqual([
      'leading.documentUsed',
      'leading.documentOlder',
    ]);
    const both = await Promise.all(
      ['禄政〔2020〕2号', '禄政〔2020〕3号'].map((no) => record('lufengClerk', no, '2020-05-10')),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const { items } = (await world.call(groupsRoute.GET, { as: 'prefectureFinance' })).json as {
      items: LeadingGroupAnswer[];
    };
    expect(items).toHaveLength(3);
    expect(items.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
    expect(((await world.call(groupsRoute.GET, { as: 'shuangbaiClerk' })).json as { items: unknown[] }).items).toEqual(
      [],
    );
  });
});
