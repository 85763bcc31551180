import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as answerRoute from '@/app/api/v1/applications/[id]/answer/route';
import * as withdrawRoute from '@/app/api/v1/applications/[id]/withdraw/route';
import * as applicationsRoute from '@/app/api/v1/applications/route';
import * as filesRoute from '@/app/api/v1/files/route';
import type { ApplicationAnswer } from '@/lib/domain/applications/schema';
import { withActor } from '@/lib/server/db/with-actor';
import { tasksFor } from '@/lib/server/tasks/queries';
import { type YearProject, yearProject } from '../../support/annual-rows';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
let ready: YearProject;
let early: YearProject;

beforeAll(async () => {
  world = await makeWorld();
  ready = await yearProject(world, world.lufeng, { name: '文化路片区' });
  early = await yearProject(world, world.lufeng, { name: '还在表决', stage: 5 });
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
const apply = async (as: Person, projectId: string, more: object = {}) =>
  world.call(applicationsRoute.POST, {
    as,
    method: 'POST',
    body: { projectId, year: 2020, applicant: '业主委员会', appliedOn: '2020-03-01', fileId: await file(as), ...more },
  });
const list = async (as: Person) =>
  ((await world.call(applicationsRoute.GET, { as })).json as { items: ApplicationAnswer[] }).items;
const answer = (as: Person, { id, version }: ApplicationAnswer, body: object) =>
  world.call(answerRoute.POST, { as, method: 'POST', params: { id }, body, headers: { 'if-match': `"${version}"` } });
const withdraw = (as: Person, { id, version }: ApplicationAnswer) =>
  world.call(withdrawRoute.POST, {
    as,
    method: 'POST',
    params: { id },
    body: { reason: '材料有误' },
    headers: { 'if-match': `"${version}"` },
  });

describe('applications', () => {
  test('come after the second vote, from where the project is', async () => {
    expect((await apply('shuangbaiClerk', ready.id)).status).toBe(404);
    expect((await apply('lufengCommunity2', ready.id)).status).toBe(404);
    const bad = await apply('lufengCommunity', early.id, { appliedOn: '2999-01-01' });
    expect(codesOf(bad.json)).toEqual(['application.voteNotComplete', 'application.inFuture']);
    expect((await apply('lufengCommunity', ready.id, { fileId: world.lufeng.id })).status).toBe(404);
  });

  test('one at a time: of two at once one is taken', async () => {
    const both = await Promise.all([apply('lufengCommunity', ready.id), apply('lufengTown', ready.id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(codesOf(both.find(({ status }) => status === 422)?.json)).toEqual(['application.live.submitted']);
    for (const as of ['lufengClerk', 'lufengCommunity', 'lufengTown', 'prefectureFinance'] as const)
      expect((await list(as)).map(({ project }) => project.name)).toEqual(['文化路片区']);
    for (const as of ['shuangbaiClerk', 'lufengCommunity2'] as const) expect(await list(as)).toEqual([]);
    const tasks = await withActor(world.actors.lufengClerk, (tx) => tasksFor(tx, world.actors.lufengClerk));
    expect(tasks.items.find(({ kind }) => kind === 'applicationsWaiting')).toMatchObject({ params: { count: 1 } });
  });

  test('are returned with the reason by the county bureau, sent anew, accepted once', async () => {
    const [first] = (await list('lufengClerk')) as [ApplicationAnswer];
    expect(codesOf((await answer('lufengTown', first, { verdict: 'accepted' })).json)).toEqual([
      'application.bureauAnswers',
    ]);
    expect(codesOf((await answer('lufengClerk', first, { verdict: 'returned' })).json)).toEqual([
      'application.replyMissing',
    ]);
    expect((await answer('lufengClerk', first, { verdict: 'returned', reply: '缺业委会签章' })).status).toBe(200);
    const second = (await apply('lufengCommunity', ready.id)).json as unknown as ApplicationAnswer;
    const both = await Promise.all(
      (['lufengClerk', 'lufengClerk2'] as const).map((as) => answer(as, second, { verdict: 'accepted' })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(codesOf((await apply('lufengClerk', ready.id)).json)).toEqual(['application.live.accepted']);
  });

  test('are withdrawn with the reason, once', async () => {
    const [live] = (await list('lufengCommunity')) as [ApplicationAnswer];
    expect((await withdraw('shuangbaiClerk', live)).status).toBe(404);
    const gone = (await withdraw('lufengCommunity', live)).json as unknown as ApplicationAnswer;
    expect(gone).toMatchObject({ status: 'withdrawn', reply: '材料有误' });
    expect(codesOf((await withdraw('lufengCommunity', gone)).json)).toEqual(['application.not.withdrawn']);
  });
});
