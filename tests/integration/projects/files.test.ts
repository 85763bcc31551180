import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fileRoute from '@/app/api/v1/files/[id]/route';
import * as completionsRoute from '@/app/api/v1/projects/[id]/completions/route';
import * as contractRoute from '@/app/api/v1/projects/[id]/contracts/[contractId]/route';
import * as contractsRoute from '@/app/api/v1/projects/[id]/contracts/route';
import * as rectifyRoute from '@/app/api/v1/projects/[id]/findings/[findingId]/rectify/route';
import * as findingsRoute from '@/app/api/v1/projects/[id]/findings/route';
import { asking, type Json } from '../../support/asking';
import { fileRow, type ProjectMade, planRow, projectRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const ask = asking(() => world);
const refusals = ({ json }: { json: Json }): string[] =>
  (json.reasons ?? []).map(({ code, field }: Json) => `${field} ${code}`);

const PICTURE = { name: '现场.jpg', mediaType: 'image/jpeg', purpose: 'photo' };
const SHEET = { name: '清单.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const picture = async (as: Person, more: object = {}) => (await fileRow(world, as, { ...PICTURE, ...more })).id;
const placeOf = async (fileId: string) =>
  (await world.owner.query('SELECT project_id, county_id FROM stored_file WHERE id = $1', [fileId])).rows[0];
const reads = async (as: Person, id: string) => (await ask('GET', fileRoute.GET, as, { id })).status;

/** Under construction, with two items to be done at the first building. */
async function works(county: 'lufeng' | 'shuangbai' = 'lufeng'): Promise<ProjectMade> {
  const people: Person[] = county === 'lufeng' ? ['lufengEntity'] : [];
  const project = await projectRow(world, { county, stage: 8, contractSum: 100, people });
  const building = project.compounds[0]?.buildings[0] ?? null;
  const items = (['B-R01', 'B-R02'] as const).map((item) => [item, building] as const);
  await planRow(world, project, project.compounds[0]?.id ?? '', items);
  return project;
}
const report = ({ id, compounds: [one] }: ProjectMade, item: string, more: object, as: Person = 'lufengEntity') => {
  const items = [{ compoundId: one?.id, buildingId: one?.buildings[0], item }];
  return ask('POST', completionsRoute.POST, as, { id }, { body: { completedOn: '2020-04-01', items, ...more } });
};
const find = ({ id }: ProjectMade, more: object, as: Person = 'lufengClerk') =>
  ask(
    'POST',
    findingsRoute.POST,
    as,
    { id },
    {
      body: {
        ...{ kind: 'quality', grade: 'minor', place: '1栋屋面', content: '卷材搭接不足' },
        ...{ inspectedOn: '2020-04-02', limitOn: '2020-04-10', ...more },
      },
    },
  );

describe('a completed item', () => {
  it('is shown as it was and as it is, to everyone who sees the project', async () => {
    const project = await works();
    const [beforeFileId, photoFileId] = [await picture('lufengEntity'), await picture('lufengEntity')];
    expect(await reads('lufengTown', photoFileId)).toBe(404);
    const { status, json } = await report(project, 'B-R01', { beforeFileId, photoFileId });
    expect(status).toBe(201);
    const done = json.items.find(({ item }: Json) => item === 'B-R01');
    expect(done.completion).toMatchObject({ beforeFileId, photoFileId });
    for (const as of ['lufengClerk', 'lufengEntity', 'lufengTown', 'lufengCommunity', 'prefectureBureau'] as const)
      for (const id of [beforeFileId, photoFileId]) expect(await reads(as, id), as).not.toBe(404);
    for (const as of ['lufengCommunity2', 'shuangbaiClerk'] as const) expect(await reads(as, photoFileId)).toBe(404);
  });

  it('several items share their photos, and a photo of the project serves again', async () => {
    const project = await works();
    const photoFileId = await picture('lufengEntity');
    expect((await report(project, 'B-R01', { photoFileId })).status).toBe(201);
    expect((await report(project, 'B-R02', { photoFileId }, 'lufengClerk')).status).toBe(201);
  });

  it('the same picture is not both before and after', async () => {
    const project = await works();
    const photoFileId = await picture('lufengEntity', { content: 'roof' });
    const beforeFileId = await picture('lufengEntity', { content: 'roof' });
    expect(refusals(await report(project, 'B-R01', { beforeFileId, photoFileId }))).toEqual([
      'photoFileId progress.samePhoto',
    ]);
    expect(await placeOf(photoFileId)).toMatchObject({ project_id: null });
  });

  it('names each file that may not be used, at its field', async () => {
    const project = await works();
    const other = await works();
    const ofOther = await picture('lufengEntity');
    expect((await report(other, 'B-R01', { photoFileId: ofOther })).status).toBe(201);
    const paper = (await fileRow(world, 'lufengEntity')).id;
    expect(refusals(await report(project, 'B-R01', { beforeFileId: paper, photoFileId: ofOther }))).toEqual([
      'beforeFileId file.notPicture',
      'photoFileId project.fileUnknown',
    ]);
    const refused = await report(project, 'B-R01', { photoFileId: ofOther });
    expect(refused.json.reasons[0].message).toBe('找不到这个文件，或者它属于别的项目。请重新上传。');
    expect(await placeOf(ofOther)).toMatchObject({ project_id: other.id });
  });
});

describe('whose file it may be', () => {
  it('none of another county, by a clerk or by the prefecture who sees both', async () => {
    const project = await works();
    const foreign = await picture('shuangbaiClerk');
    for (const as of ['lufengClerk', 'prefectureBureau'] as const)
      expect(refusals(await find(project, { photoFileId: foreign }, as)), as).toEqual([
        'photoFileId project.fileUnknown',
      ]);
    expect(await placeOf(foreign)).toEqual({ project_id: null, county_id: world.shuangbai.id });
    const mine = await works('shuangbai');
    expect((await find(mine, { photoFileId: foreign }, 'shuangbaiClerk')).status).toBe(201);
    expect(refusals(await find(project, { photoFileId: foreign }, 'prefectureBureau'))).toEqual([
      'photoFileId project.fileUnknown',
    ]);
  });

  it('none that a colleague uploaded for something else', async () => {
    const project = await works();
    const theirs = await picture('lufengCommunity');
    expect(refusals(await find(project, { photoFileId: theirs }))).toEqual(['photoFileId project.fileUnknown']);
    expect(await placeOf(theirs)).toMatchObject({ project_id: null });
  });

  it('that of the prefecture goes where the project is', async () => {
    const project = await works();
    const photoFileId = await picture('prefectureBureau');
    expect((await find(project, { photoFileId }, 'prefectureBureau')).status).toBe(201);
    expect(await placeOf(photoFileId)).toEqual({ project_id: project.id, county_id: project.countyId });
  });

  it('of two projects that take it at once, one', async () => {
    const [one, two] = [await works(), await works()];
    const photoFileId = await picture('lufengClerk');
    const answers = await Promise.all([find(one, { photoFileId }), find(two, { photoFileId })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(answers.flatMap(refusals)).toEqual(['photoFileId project.fileUnknown']);
  });
});

it('a finding is put right with a photo, never with a paper', async () => {
  const project = await works();
  const photoFileId = await picture('lufengClerk');
  const { json: finding } = await find(project, { photoFileId });
  expect(finding).toMatchObject({ photoFileId, rectifiedFileId: null });
  const rectify = async (fileId: string) =>
    ask(
      'POST',
      rectifyRoute.POST,
      'lufengEntity',
      { id: project.id, findingId: finding.id },
      {
        version: finding.version,
        body: { rectifiedOn: '2020-04-05', rectification: '已返工重铺', fileId },
      },
    );
  expect(refusals(await rectify((await fileRow(world, 'lufengEntity')).id))).toEqual(['fileId file.notPicture']);
  const right = await picture('lufengEntity');
  expect((await rectify(right)).json).toMatchObject({ status: 'rectified', photoFileId, rectifiedFileId: right });
});

it('a contract has its scan by name and size; a corrected one keeps it until there is another', async () => {
  const project = await works();
  const { rows } = await world.owner.query('SELECT company_id FROM contract WHERE project_id = $1', [project.id]);
  const contract = {
    ...{ kind: 'construction', no: '施-9', name: '补充合同', companyId: rows[0]?.company_id, amount: '10.00' },
    ...{ tenderMethod: 'direct', signedOn: '2020-03-02' },
  };
  const add = (fileId: string) =>
    ask('POST', contractsRoute.POST, 'lufengEntity', { id: project.id }, { body: { ...contract, fileId } });
  const sheet = (await fileRow(world, 'lufengEntity', SHEET)).id;
  expect(refusals(await add(sheet))).toEqual(['fileId project.fileNotScan']);
  const scan = (await fileRow(world, 'lufengEntity', { name: '补充合同.pdf', content: 'scan' })).id;
  const { json: made } = await add(scan);
  const file = { id: scan, name: '补充合同.pdf', size: 4, mediaType: 'application/pdf' };
  expect(made.file).toEqual(file);
  const which = { id: project.id, contractId: made.id };
  const change = (version: number, more: object) =>
    ask('PATCH', contractRoute.PATCH, 'lufengEntity', which, { version, body: { ...contract, ...more } });
  const { json: corrected } = await change(made.version, { amount: '11.00' });
  expect(corrected).toMatchObject({ amount: '11.00', file });
  const next = await picture('lufengEntity');
  expect((await change(corrected.version, { fileId: next })).json.file).toMatchObject({ id: next });
  await expect(world.owner.query('DELETE FROM stored_file WHERE id = $1', [next])).rejects.toMatchObject({
    constraint: 'contract_file_id_fkey',
  });
});
