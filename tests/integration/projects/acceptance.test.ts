import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as conclude from '@/app/api/v1/projects/[id]/acceptances/[acceptanceId]/conclude/route';
import * as book from '@/app/api/v1/projects/[id]/acceptances/[acceptanceId]/opinion-book/route';
import * as retire from '@/app/api/v1/projects/[id]/acceptances/[acceptanceId]/opinions/[opinionId]/retire/route';
import * as opinions from '@/app/api/v1/projects/[id]/acceptances/[acceptanceId]/opinions/route';
import * as one from '@/app/api/v1/projects/[id]/acceptances/[acceptanceId]/route';
import * as acceptances from '@/app/api/v1/projects/[id]/acceptances/route';
import * as account from '@/app/api/v1/projects/[id]/final-account/route';
import * as papers from '@/app/api/v1/projects/[id]/papers/route';
import * as projectRoute from '@/app/api/v1/projects/[id]/route';
import type { AcceptanceView, ProjectAcceptances } from '@/lib/domain/acceptance/answers';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { workflowOf } from '@/lib/domain/rulebook/rulebook';
import type { Handler, Method } from '@/lib/server/define-route';
import type { Json } from '../../support/asking';
import { fileRow, type ProjectMade, projectRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';

const PARTIES = workflowOf(chuxiong2020).acceptanceParties;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

interface Asked {
  body?: object;
  version?: number;
  as?: Person;
  method?: Method;
}
async function ask(handler: Handler, params: Record<string, string>, { body, version, as, method }: Asked = {}) {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
  const called = await world.call(handler, {
    as: as ?? 'lufengClerk',
    method: method ?? (body ? 'POST' : 'GET'),
    params,
    body,
    headers,
  });
  return { status: called.status, json: called.json as Json, response: called.response };
}
const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];

const built = (more: object = {}) => projectRow(world, { stage: 9, completedOn: '2020-06-30', ...more });
const start = async ({ id }: ProjectMade, heldOn = '2020-07-10'): Promise<AcceptanceView> => {
  const made = await ask(acceptances.POST, { id }, { body: { heldOn, place: '小区门口' } });
  expect(made.status, JSON.stringify(made.json)).toBe(201);
  return made.json;
};
const say = async (project: ProjectMade, attempt: AcceptanceView, party: string, more: object = {}) =>
  ask(
    opinions.POST,
    { id: project.id, acceptanceId: attempt.id },
    {
      version: attempt.version,
      body: {
        party,
        name: `${party}单位`,
        opinion: 'agree',
        fileId: (await fileRow(world, 'lufengClerk')).id,
        ...more,
      },
    },
  );
async function all(project: ProjectMade, attempt: AcceptanceView, more: Record<string, object> = {}) {
  let now = attempt;
  for (const { code } of PARTIES) {
    const said = await say(project, now, code, more[code]);
    expect(said.status, JSON.stringify(said.json)).toBe(200);
    now = said.json;
  }
  return now;
}
const end = (project: ProjectMade, attempt: AcceptanceView, body: object = { outcome: 'passed' }, as?: Person) =>
  ask(conclude.POST, { id: project.id, acceptanceId: attempt.id }, { body, version: attempt.version, as });

describe('the joint acceptance', () => {
  it('fails, is tried again, passes with its conditions answered, and plans the later checks', async () => {
    const project = await built();
    const first = await start(project);
    expect(first).toMatchObject({ no: 1, status: 'draft', absent: PARTIES.map(({ code }) => code) });
    expect(
      codes((await ask(acceptances.POST, { id: project.id }, { body: { heldOn: '2020-07-11', place: '小区' } })).json),
    ).toEqual(['acceptance.underWay']);
    expect(codes((await end(project, first)).json)).toEqual(PARTIES.map(() => 'acceptance.partyMissing'));
    expect(codes((await end(project, first, { outcome: 'failed' })).json)).toEqual(['acceptance.noConclusion']);
    const failed = await end(project, first, { outcome: 'failed', conclusion: '屋面渗漏未整改' });
    expect(failed.json).toMatchObject({ status: 'failed', conclusion: '屋面渗漏未整改' });

    const second = await start(project, '2020-08-31');
    expect(second.no).toBe(2);
    const full = await all(project, second, { department: { opinion: 'conditions', remarks: '补齐消防验收资料' } });
    const condition = full.opinions.find(({ party }) => party === 'department');
    expect(codes((await end(project, full)).json)).toEqual(['acceptance.conditionsOpen']);
    const passed = await end(project, full, {
      outcome: 'passed',
      conclusion: '工程质量合格',
      answers: [{ party: condition?.id, answer: '已补齐，归档' }],
    });
    expect(passed.json).toMatchObject({ status: 'passed', concludedBy: '禄丰市住建局 王丽' });
    expect(passed.json.conclusion).toContain('department单位所提意见的落实情况：已补齐，归档');
    const { rows } = await world.owner.query(
      'SELECT months, due_on::text AS due FROM aftercare_check WHERE project_id = $1 ORDER BY months',
      [project.id],
    );
    expect(rows).toEqual([
      { months: 6, due: '2021-02-28' },
      { months: 12, due: '2021-08-31' },
      { months: 24, due: '2022-08-31' },
    ]);
    expect(
      codes((await ask(acceptances.POST, { id: project.id }, { body: { heldOn: '2020-09-01', place: '小区' } })).json),
    ).toEqual(['acceptance.passedAlready']);
    expect(codes((await say(project, passed.json, 'department', { name: '财政局' })).json)).toEqual([
      'acceptance.concluded',
    ]);
  });

  it('does not pass before construction is complete, nor before the day it was, nor over a no', async () => {
    const early = await projectRow(world, { stage: 8 });
    const attempt = await all(early, await start(early));
    expect(codes((await end(early, attempt)).json)).toEqual(['acceptance.constructionNotComplete']);
    const project = await built();
    const against = await all(project, await start(project, '2020-06-29'), {
      owners: { opinion: 'disagree', remarks: '下水不通' },
    });
    expect(codes((await end(project, against)).json)).toEqual([
      'acceptance.heldBeforeCompletion',
      'acceptance.disagrees',
    ]);
    const moved = await ask(
      one.PATCH,
      { id: project.id, acceptanceId: against.id },
      { method: 'PATCH', version: against.version, body: { heldOn: '2999-01-01' } },
    );
    expect(codes((await end(project, moved.json)).json)).toEqual(['acceptance.heldInFuture', 'acceptance.disagrees']);
  });

  it('two people conclude at once: one wins, the other is told', async () => {
    const project = await built();
    const attempt = await all(project, await start(project));
    const both = await Promise.all([
      end(project, attempt, { outcome: 'passed' }),
      end(project, attempt, { outcome: 'failed', conclusion: '不合格' }, 'lufengClerk2'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409);
    expect(lost?.json).toMatchObject({ code: 'version_conflict', conflict: { version: attempt.version + 1 } });
  });

  it('who concludes has seen every opinion: one that came in meanwhile stands in the way', async () => {
    const project = await built();
    const seen = await all(project, await start(project));
    await say(project, seen, 'owners', { name: '自治小组', opinion: 'disagree', remarks: '路灯不亮' });
    expect((await end(project, seen)).status).toBe(409);
  });

  it('a wrong entry is taken out with its reason, stays readable, and the right one goes in', async () => {
    const project = await built();
    const said = (await say(project, await start(project), 'town', { opinion: 'disagree', remarks: '录错' })).json;
    expect(codes((await say(project, said, 'town')).json)).toEqual(['acceptance.partyTwice']);
    const params = { id: project.id, acceptanceId: said.id, opinionId: said.opinions[0].id };
    const out = await ask(retire.POST, params, { version: said.version, body: { reason: '镇政府意见录错' } });
    expect(out.json.opinions).toMatchObject([{ retiredReason: '镇政府意见录错' }]);
    expect(out.json.absent).toContain('town');
    const right = await say(project, out.json, 'town');
    expect(right.status).toBe(200);
    expect(right.json.opinions).toHaveLength(2);
    await expect(
      world.owner.query(`UPDATE acceptance_party SET opinion = 'agree' WHERE id = $1`, [said.opinions[0].id]),
    ).rejects.toThrow('an opinion stays as it was given');
  });

  it('only by the county bureau of the place', async () => {
    const project = await built({ people: ['lufengEntity'] });
    const body = { heldOn: '2020-07-10', place: '小区' };
    for (const [as, status] of [
      ['lufengEntity', 403],
      ['lufengTown', 403],
      ['prefectureBureau', 403],
      ['shuangbaiClerk', 404],
    ] as const)
      expect((await ask(acceptances.POST, { id: project.id }, { as, body })).status, as).toBe(status);
    expect((await ask(acceptances.GET, { id: project.id }, { as: 'lufengEntity' })).status).toBe(200);
  });

  it('its opinion book is an official paper, to be signed before and to be kept after', async () => {
    const project = await built();
    const attempt = await start(project);
    const params = { id: project.id, acceptanceId: attempt.id };
    const text = async () => {
      const { response } = await ask(book.GET, params);
      const xml = unzipSync(new Uint8Array(await response.arrayBuffer()))['word/document.xml'];
      return new TextDecoder().decode(xml).replace(/<[^>]+>/g, '');
    };
    expect(await text()).toContain('（签字、盖章）');
    await end(project, await all(project, attempt));
    const after = await text();
    expect(after).toContain('联合竣工验收意见书');
    expect(after).toContain('同意该项目通过验收');
    expect(after).not.toContain('（签字、盖章）');
  });
});

describe('final account and audit', () => {
  const write = (project: ProjectMade, body: object, version: number, as?: Person) =>
    ask(account.PUT, { id: project.id }, { method: 'PUT', body, version, as });
  const paper = async (project: ProjectMade, kind: string, issuedOn: string) =>
    ask(
      papers.POST,
      { id: project.id },
      {
        body: { kind, issuedOn, documentNo: '1号', issuer: '事务所', fileId: (await fileRow(world, 'lufengClerk')).id },
      },
    );
  const read = async ({ id }: ProjectMade): Promise<ProjectAcceptances> => (await ask(acceptances.GET, { id })).json;

  it('after the acceptance, behind their papers, in order; a sum that grew is shown', async () => {
    const project = await built({ contractSum: 100_000_00 });
    const sums = { finalAccount: '120000.00', audited: '121000.00' };
    const { version } = (await read(project)).project;
    expect(codes((await write(project, sums, version)).json)).toEqual([
      'acceptance.accountBeforeAcceptance',
      'acceptance.accountPaper',
      'acceptance.auditPaper',
    ]);
    await end(project, await all(project, await start(project)));
    await paper(project, 'finalAccount', '2020-07-09');
    await paper(project, 'finalAudit', '2020-07-08');
    expect(codes((await write(project, sums, version)).json)).toEqual([
      'acceptance.accountTooEarly',
      'acceptance.auditTooEarly',
    ]);
    await paper(project, 'finalAccount', '2020-08-01');
    await paper(project, 'finalAudit', '2020-09-01');
    const saved = await write(project, sums, version);
    expect(saved.json.account).toMatchObject({
      contractSum: '100000.00',
      ...sums,
      variances: ['accountOverContract', 'auditedOverAccount', 'auditedOverContract'],
    });
    const late = await write(project, sums, version, 'lufengClerk2');
    expect(late.status).toBe(409);
    expect(codes((await write(project, { finalAccount: '-1', audited: null }, version)).json)).toEqual([
      'acceptance.negative',
    ]);
    expect((await write(project, sums, version, 'lufengTown')).status).toBe(403);
    // there is one door: with the facts of a project neither is taken
    const beside = await world.call(projectRoute.PATCH, {
      ...{ as: 'lufengClerk', method: 'PATCH', params: { id: project.id }, body: { finalAccount: '1.00' } },
      headers: { 'if-match': `"${version}"` },
    });
    expect(beside.status).toBe(400);
  });
});
