import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as completionsRoute from '@/app/api/v1/projects/[id]/completions/route';
import * as recheckRoute from '@/app/api/v1/projects/[id]/findings/[findingId]/recheck/route';
import * as rectifyRoute from '@/app/api/v1/projects/[id]/findings/[findingId]/rectify/route';
import * as findingsRoute from '@/app/api/v1/projects/[id]/findings/route';
import * as inspectionsRoute from '@/app/api/v1/projects/[id]/inspections/route';
import * as stagesRoute from '@/app/api/v1/projects/[id]/stages/route';
import * as liftRoute from '@/app/api/v1/projects/[id]/stop-works/[stopWorkId]/lift/route';
import * as stopWorksRoute from '@/app/api/v1/projects/[id]/stop-works/route';
import * as tasksRoute from '@/app/api/v1/tasks/route';
import type { Handler } from '@/lib/server/define-route';
import type { Json } from '../../support/asking';
import { begin, found, inspection } from '../../support/inspections';
import { completeWorks, nameTo, projectAt, type StageProject } from '../../support/stage-project';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

interface More {
  as?: Person;
  version?: number;
}
const post = async (
  handler: Handler,
  params: Record<string, string>,
  body: unknown,
  { as = 'lufengClerk', version }: More = {},
) => {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
  const { status, json } = await world.call(handler, { as, method: 'POST', params, body, headers });
  return { status, json: json as Json };
};
const codes = ({ json }: { json: Json }): string[] => (json.reasons ?? []).map(({ code }: Json) => code);
const ok = async (asked: Promise<{ status: number; json: Json }>): Promise<Json> => {
  const { status, json } = await asked;
  expect(status, JSON.stringify(json)).toBeLessThan(300);
  return json;
};
const read = async (handler: Handler, id: string, as: Person = 'lufengClerk'): Promise<Json> =>
  (await world.call(handler, { as, params: { id } })).json;
const site = async (): Promise<StageProject> => begin(world, await projectAt(world, 8, 'submit'));
const inspect = (project: StageProject, more: object, as: Person = 'lufengClerk') =>
  post(inspectionsRoute.POST, { id: project.id }, inspection(project, more), { as });

let serial = 0;
const note = (more: object = {}) => ({
  no: `停〔2020〕${++serial}号`,
  reason: '高处作业无防护',
  scope: 'project',
  ...more,
});

/** Put right by one, looked at by another. */
async function close(project: StageProject, finding: Json): Promise<void> {
  const params = { id: project.id, findingId: finding.id };
  const right = { rectifiedOn: '2020-04-05', rectification: '已加防护' };
  const first = await ok(post(rectifyRoute.POST, params, right, { as: 'lufengClerk2', version: finding.version }));
  const body = { passed: true, recheckedOn: '2020-04-06' };
  await ok(post(recheckRoute.POST, params, body, { version: first.version }));
}
const lift = (
  project: StageProject,
  { id: stopWorkId, version }: Json,
  more: object = {},
  as: Person = 'lufengClerk',
) =>
  post(
    liftRoute.POST,
    { id: project.id, stopWorkId },
    { liftedOn: '2020-04-08', reason: '已整改复查', fileId: project.fileId, ...more },
    { as, version },
  );
const lacks = async (id: string, number: number): Promise<string[]> => {
  const { stages } = await read(stagesRoute.GET, id);
  const stage = stages.find((one: Json) => one.stage === number);
  return stage.conditions.flatMap(({ unmet }: Json) => unmet.map(({ reason }: Json) => reason.code));
};

describe('a stop-work note', () => {
  it('issued with an inspection stops reports of completion and stages 8 and 9 until it is lifted', async () => {
    const project = await site();
    const { id } = project;
    const made = await ok(inspect(project, { checks: [found('S-05')], stopWork: note() }));
    const [standing] = (await read(stopWorksRoute.GET, id)).items;
    expect(standing).toMatchObject({ no: made.stopWork, level: 'county', compound: null, inspectionId: made.id });
    const roof = { completedOn: '2020-04-02', items: [{ compoundId: project.compoundId, item: 'C-R07' }] };
    expect(codes(await post(completionsRoute.POST, { id }, roof))).toEqual(['stopWork.stands']);
    await completeWorks(world, project);
    const [finding] = (await read(findingsRoute.GET, id)).items;
    expect(codes(await lift(project, standing))).toEqual(['stopWork.findingsOpen']);
    await close(project, finding);
    expect(await lacks(id, 8)).toContain('stage.workStopped');
    expect(await lacks(id, 8)).not.toContain('stage.findingsOpen');
    expect(await lacks(id, 9)).toContain('stage.workStopped');
    expect(codes(await lift(project, standing, { liftedOn: '2020-04-05' }))).toEqual(['stopWork.liftedEarly']);
    expect(codes(await lift(project, standing, {}, 'lufengClerk2'))).toEqual(['stopWork.liftedByRectifier']);
    const lifted = await ok(lift(project, standing));
    expect(lifted).toMatchObject({ liftedOn: '2020-04-08', liftReason: '已整改复查', liftFileId: project.fileId });
    expect(await lacks(id, 8)).not.toContain('stage.workStopped');
    expect(await lacks(id, 9)).not.toContain('stage.workStopped');
    expect((await lift(project, standing)).status).toBe(409);
    expect(codes(await lift(project, lifted))).toEqual(['stopWork.liftedAlready']);
    const change = `UPDATE stop_work SET reason = '别的' WHERE id = $1`;
    await expect(world.owner.query(change, [standing.id])).rejects.toThrow('stays as it was issued');
  });

  it('of one compound stops that compound; what the prefecture stopped the county does not lift', async () => {
    const project = await site();
    await ok(inspect(project, { checks: [found('S-05')], stopWork: note({ scope: 'compound' }) }, 'prefectureBureau'));
    const [standing] = (await read(stopWorksRoute.GET, project.id)).items;
    expect(standing.compound.id).toBe(project.compoundId);
    expect(codes(await lift(project, standing))).toEqual(['stopWork.liftedBy.prefecture']);
    await close(project, (await read(findingsRoute.GET, project.id)).items[0]);
    await ok(lift(project, standing, {}, 'prefectureBureau'));
  });

  it('stands on something grave or on what was inspected, once under its number', async () => {
    const project = await site();
    const params = { id: project.id };
    const wrong = {
      kind: 'safety',
      place: '大门',
      content: '围挡倒伏',
      inspectedOn: '2020-04-01',
      limitOn: '2020-04-03',
    };
    const minor = await ok(post(findingsRoute.POST, params, { ...wrong, grade: 'minor' }));
    const grave = await ok(post(findingsRoute.POST, params, { ...wrong, grade: 'grave' }));
    const issue = (findingIds: string[], more: object = {}) =>
      post(stopWorksRoute.POST, params, {
        no: '停-1',
        issuedOn: '2020-04-02',
        reason: '围挡倒伏',
        findingIds,
        ...more,
      });
    expect(codes(await issue([minor.id]))).toEqual(['stopWork.noGround']);
    expect(codes(await issue([grave.id], { issuedOn: '2020-03-31' }))).toEqual(['stopWork.beforeFinding']);
    expect(codes(await issue([project.fileId]))).toEqual(['stopWork.findingUnknown']);
    await ok(issue([grave.id, minor.id]));
    expect(codes(await issue([grave.id]))).toEqual(['stopWork.sameNumber']);
    expect(codes(await inspect(project, { stopWork: { ...note(), no: '停-1' } }))).toEqual([
      'stopWork.nothingFound',
      'stopWork.sameNumber',
    ]);
    expect((await post(stopWorksRoute.POST, params, {}, { as: 'lufengEntity' })).status).toBe(403);
    const foreign = await issue([grave.id], {}).then(() =>
      post(
        stopWorksRoute.POST,
        params,
        { no: 'x', issuedOn: '2020-04-02', reason: 'x', findingIds: [grave.id] },
        { as: 'shuangbaiClerk' },
      ),
    );
    expect(foreign.status).toBe(404);
  });
});

describe('待办', () => {
  const about = async (as: Person, id: string): Promise<string[]> => {
    const { items } = (await world.call(tasksRoute.GET, { as })).json as Json;
    const kinds = ['findingsDue', 'recheckWaiting', 'stopWorkStands'];
    return items
      .filter(({ kind, href }: Json) => kinds.includes(kind) && href.includes(id))
      .map(({ kind }: Json) => kind)
      .sort();
  };

  it('what is past its limit waits for the bureau and the implementing entity, a re-check for who inspects', async () => {
    const project = await site();
    await nameTo(world, project.id, world.actors.lufengEntity.accountId);
    await ok(inspect(project, { checks: [found('S-05')], stopWork: note() }));
    expect(await about('lufengClerk', project.id)).toEqual(['findingsDue', 'stopWorkStands']);
    expect(await about('lufengEntity', project.id)).toEqual(['findingsDue', 'stopWorkStands']);
    expect(await about('shuangbaiClerk', project.id)).toEqual([]);
    expect(await about('prefectureBureau', project.id)).toEqual([]);
    const [finding] = (await read(findingsRoute.GET, project.id)).items;
    const params = { id: project.id, findingId: finding.id };
    const right = { rectifiedOn: '2020-04-05', rectification: '已加防护' };
    await ok(post(rectifyRoute.POST, params, right, { as: 'lufengEntity', version: finding.version }));
    expect(await about('lufengClerk', project.id)).toEqual(['recheckWaiting', 'stopWorkStands']);
    expect(await about('lufengEntity', project.id)).toEqual(['stopWorkStands']);
  });

  it('whoever reported it put right does not look again', async () => {
    const project = await site();
    await ok(inspect(project, { checks: [found('S-05')] }));
    const [finding] = (await read(findingsRoute.GET, project.id)).items;
    const params = { id: project.id, findingId: finding.id };
    const right = { rectifiedOn: '2020-04-05', rectification: '已加防护' };
    await ok(post(rectifyRoute.POST, params, right, { version: finding.version }));
    expect(await about('lufengClerk', project.id)).toEqual([]);
    expect(await about('lufengClerk2', project.id)).toEqual(['recheckWaiting']);
  });
});
