import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as inspections from '@/app/api/v1/projects/[id]/inspections/route';
import * as report from '@/app/api/v1/projects/[id]/reports/[month]/route';
import * as submit from '@/app/api/v1/projects/[id]/reports/[month]/submit/route';
import * as site from '@/app/api/v1/projects/[id]/site/route';
import { inspectionFaults, reportFaults } from '@/lib/domain/field/site';
import type { SitePackage } from '@/lib/domain/field/site-package';
import { bodyOf, itemNames, valuesOf } from '@/lib/domain/progress/filled';
import { asking } from '../../support/asking';
import { clockAt } from '../../support/clock';
import { begin, found, inspection } from '../../support/inspections';
import { projectAt, type StageProject } from '../../support/stage-project';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
beforeEach(() => clockAt(world.owner, '2020-06-03T10:00+08:00'));

const ask = asking(() => world);
const works = async (): Promise<StageProject> => begin(world, await projectAt(world, 8, 'submit'));
const taken = async ({ id }: StageProject, as: Person = 'lufengClerk'): Promise<SitePackage> => {
  const { status, json } = await ask('GET', site.GET, as, { id });
  expect(status, JSON.stringify(json)).toBe(200);
  return json as SitePackage;
};

describe('what a phone takes along to a site', () => {
  it('is the checklist of what is planned there and of every site, and the months that are to be filled in, the oldest first', async () => {
    const project = await works();
    const along = await taken(project);
    expect(along.project).toMatchObject({ id: project.id, stage: 8, status: 'active' });
    const { sheet, kinds } = along.inspection ?? {};
    const planned = new Set(sheet?.planned.map(({ item }) => item));
    expect([...planned].sort()).toEqual(['B-R01', 'C-R07']);
    expect(new Set(sheet?.points.map(({ item }) => item))).toEqual(new Set(['B-R01', 'C-R07', null]));
    expect([sheet?.startOn, sheet?.today]).toEqual(['2020-03-01', '2020-06-03']);
    expect(kinds?.map(({ code }) => code)).toEqual(['quality', 'safety']);
    expect(along.menu.map(({ code }) => code).sort()).toEqual(['B-R01', 'C-R07']);
    expect(along.reports.map(({ month }) => month)).toEqual(['2020-05', '2020-06']);
  });

  it('leaves out what was sent, and takes it again after it was returned', async () => {
    const project = await works();
    const { reports } = await taken(project);
    const [may] = reports;
    if (!may) throw new Error('no month');
    const body = bodyOf({ ...valuesOf(may), people: '9' }, may.planned);
    const sent = await ask(
      'POST',
      submit.POST,
      'lufengClerk',
      { id: project.id, month: '2020-05' },
      { body, version: 0 },
    );
    expect(sent.status, JSON.stringify(sent.json)).toBe(200);
    expect((await taken(project)).reports.map(({ month }) => month)).toEqual(['2020-06']);
  });

  it('is for each what he does: the prefecture inspects and does not report, finance does neither, the foreign see nothing', async () => {
    const project = await works();
    const prefecture = await taken(project, 'prefectureBureau');
    expect(prefecture.inspection).not.toBeNull();
    expect(prefecture.reports).toEqual([]);
    expect(await taken(project, 'lufengFinance')).toMatchObject({ inspection: null, reports: [], menu: [] });
    expect((await ask('GET', site.GET, 'shuangbaiClerk', { id: project.id })).status).toBe(404);
  });

  it('has no checklist before there is a contract, and nothing to fill in once the project was stopped', async () => {
    const project = await projectAt(world, 8, 'submit');
    expect((await taken(project)).inspection).toBeNull();
    const stopped = await works();
    await world.owner.query("UPDATE project SET status = 'suspended' WHERE id = $1", [stopped.id]);
    expect(await taken(stopped)).toMatchObject({ project: { status: 'suspended' }, inspection: null, reports: [] });
  });
});

describe('the same rules judge on the device and in the system', () => {
  it.each([
    ['nothing wrong', {}],
    ['before the contract', { inspectedOn: '2020-02-01' }],
    ['tomorrow', { inspectedOn: '2020-06-04' }],
    ['a limit before the finding', { checks: [found('S-01', { limitOn: '2020-03-01' })] }],
    ['grave without a photo', { checks: [found('S-01', { grade: 'grave' })] }],
    ['nobody responsible', { checks: [found('S-01', { responsible: undefined })] }],
    ['nothing answered', { checks: [] }],
  ])('an inspection: %s', async (_, more) => {
    const project = await works();
    const { inspection: at } = await taken(project);
    if (!at) throw new Error('no checklist');
    const body = inspection(project, more);
    const here = inspectionFaults(body as never, at.sheet, at.kinds, new Date('2020-06-03T03:00:00Z'));
    const there = await ask('POST', inspections.POST, 'lufengClerk', { id: project.id }, { body });
    const said = (there.json.reasons ?? []).map((one: { code: string; field?: string }) => [one.code, one.field]);
    expect(here.map(({ code, field }) => [code, field])).toEqual(said);
  });

  it.each([
    ['as it was taken along', {}],
    ['110 %', { percent: '110' }],
    ['100 % without registration', { percent: '100' }],
    ['money with three places', { investment: '1.234' }],
    ['an item left out', { percent: '' }],
  ])('a report: %s', async (_, { percent, investment }: { percent?: string; investment?: string }) => {
    const project = await works();
    const [may] = (await taken(project)).reports;
    if (!may) throw new Error('no month');
    const values = valuesOf(may);
    const [first = ''] = Object.keys(values.percents);
    const body = bodyOf(
      {
        ...values,
        ...(investment === undefined ? {} : { investment }),
        percents: { ...values.percents, ...(percent === undefined ? {} : { [first]: percent }) },
      },
      may.planned,
    );
    const here = reportFaults(body, may, 'submit', itemNames(may.planned, {}), new Date('2020-06-03T03:00:00Z'));
    const which = { id: project.id, month: '2020-05' };
    const there = await ask('POST', submit.POST, 'lufengClerk', which, { body, version: 0 });
    const said = (there.json.reasons ?? []).map((one: { code: string; field?: string }) => [one.code, one.field]);
    expect(here.map(({ code, field }) => [code, field])).toEqual(said);
    const kept = await ask('GET', report.GET, 'lufengClerk', which);
    expect(kept.json.status).toBe(here.length === 0 ? 'submitted' : null);
  });
});

describe('an inspection whose answer never came', () => {
  const count = async ({ id }: StageProject) =>
    Number(
      (await world.owner.query('SELECT count(*)::int AS n FROM inspection WHERE project_id = $1', [id])).rows[0].n,
    );
  const send = (project: StageProject, more: object, as: Person = 'lufengClerk') =>
    ask('POST', inspections.POST, as, { id: project.id }, { body: inspection(project, more) });

  it('is sent again long after its key was forgotten, also twice at once, and is kept once', async () => {
    const project = await works();
    const act = { deviceAt: '2020-06-03T09:00:00+08:00', checks: [found('S-01')] };
    const [first, again] = [await send(project, act), await send(project, act)];
    const both = await Promise.all([send(project, act), send(project, act)]);
    expect([first, again, ...both].map(({ status, json }) => [status, json.id])).toEqual(
      Array.from({ length: 4 }, () => [201, first.json.id]),
    );
    expect(await count(project)).toBe(1);
  });

  it('of another instant, another person, or without one is another inspection', async () => {
    const project = await works();
    const act = { deviceAt: '2020-06-03T09:00:00+08:00' };
    await send(project, act);
    await send(project, { deviceAt: '2020-06-03T09:00:01+08:00' });
    await send(project, act, 'lufengClerk2');
    await send(project, {});
    await send(project, {});
    expect(await count(project)).toBe(5);
  });
});
