import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as check from '@/app/api/v1/projects/[id]/aftercare/[checkId]/route';
import * as aftercare from '@/app/api/v1/projects/[id]/aftercare/route';
import * as retire from '@/app/api/v1/projects/[id]/handover/[itemId]/retire/route';
import * as line from '@/app/api/v1/projects/[id]/handover/[itemId]/route';
import * as docx from '@/app/api/v1/projects/[id]/handover/list.docx/route';
import * as xlsx from '@/app/api/v1/projects/[id]/handover/list.xlsx/route';
import * as handover from '@/app/api/v1/projects/[id]/handover/route';
import * as property from '@/app/api/v1/projects/[id]/property-service/route';
import * as tasks from '@/app/api/v1/tasks/route';
import type { ProjectAftercare } from '@/lib/domain/aftercare/answers';
import { asking, type Json } from '../../support/asking';
import { fileRow, type ProjectMade, planRow, projectRow } from '../../support/project-rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const ask = asking(() => world);
const codes = (json: Json): string[] => json.reasons?.map((reason: { code: string }) => reason.code) ?? [];
const read = async ({ id }: ProjectMade, as: Person = 'lufengCommunity'): Promise<ProjectAftercare> =>
  (await ask('GET', aftercare.GET, as, { id })).json;
const todayIs = async (): Promise<string> =>
  (await world.owner.query<{ day: string }>('SELECT anju_today()::text AS day')).rows[0]?.day ?? '';

async function accepted(): Promise<ProjectMade> {
  const project = await projectRow(world, { stage: 10, people: ['lufengEntity'] });
  const by = world.actors.lufengClerk.accountId;
  await insert(world.owner, 'acceptance', {
    ...{ project_id: project.id, county_id: project.countyId, no: 1, held_on: '2020-07-10', place: '小区' },
    ...{ status: 'passed', concluded_at: new Date(), concluded_by: by, created_by: by },
  });
  for (const [months, sql] of [
    [6, 'anju_today() - 3'],
    [12, 'anju_today() + 30'],
    [24, 'anju_today() + 31'],
  ] as const)
    await world.owner.query(
      `INSERT INTO aftercare_check (project_id, county_id, months, due_on) VALUES ($1, $2, $3, ${sql})`,
      [project.id, project.countyId, months],
    );
  return project;
}

describe('the handover list', () => {
  it('is suggested from the final plan, item by item, until a line hands it over', async () => {
    const project = await accepted();
    const [compound] = project.compounds;
    const [first = '', second = ''] = compound?.buildings ?? [];
    await planRow(world, project, compound?.id ?? '', [
      ['B-R06', first],
      ['B-R06', second],
      ['C-R07', null],
    ]);
    await insert(world.owner, 'item_completion', {
      ...{ project_id: project.id, county_id: project.countyId, compound_id: compound?.id, building_id: first },
      ...{ item: 'B-R06', completed_on: '2020-06-01', reported_by: world.actors.lufengClerk.accountId },
    });
    const { suggestions } = await read(project, 'lufengEntity');
    expect(suggestions).toMatchObject([
      { item: 'B-R06', what: '供电供水供气一户一表改造（1栋、2栋）', operator: true, places: 2, done: 1 },
      { item: 'C-R07', operator: false, places: 1, done: 0 },
    ]);
    const lineOf = (item: string, maintainerKind: string, more: object = {}) => ({
      ...{ compoundId: compound?.id, item, what: '线路、表箱', maintainerKind, maintainer: '禄丰供电局' },
      ...more,
    });
    const add = (items: object[], as: Person = 'lufengCommunity') =>
      ask('POST', handover.POST, as, { id: project.id }, { body: { items } });
    const wrong = await add([lineOf('B-R06', 'property'), lineOf('C-R07', 'owners', { warrantyUntil: '2020-01-01' })]);
    expect(wrong.json.reasons.map(({ code, field }: Json) => [code, field])).toEqual([
      ['aftercare.operatorMaintains', 'items.0.maintainerKind'],
      ['aftercare.warrantyTooEarly', 'items.1.warrantyUntil'],
    ]);
    const made = await add([lineOf('B-R06', 'operator', { warrantyUntil: '2022-07-10' })], 'lufengEntity');
    expect(made.status, JSON.stringify(made.json)).toBe(201);
    expect(made.json.suggestions.map(({ item }: Json) => item)).toEqual(['C-R07']);
    const [listed] = made.json.handover;
    expect(listed).toMatchObject({ itemName: '供电供水供气一户一表改造', warrantyUntil: '2022-07-10', version: 1 });
    const params = { id: project.id, itemId: listed.id };
    const change = (body: object, version: number) =>
      ask('PATCH', line.PATCH, 'lufengClerk', params, { body, version });
    expect(codes((await change({ maintainerKind: 'owners' }, 1)).json)).toEqual(['aftercare.operatorMaintains']);
    expect((await change({ maintainer: '南方电网禄丰供电局' }, 1)).json.handover[0].version).toBe(2);
    expect((await change({ maintainer: '别人' }, 1)).status).toBe(409);
    const sheet = await ask('GET', xlsx.GET, 'lufengTown', { id: project.id });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await sheet.response.arrayBuffer()) as never);
    expect(book.worksheets[0]?.getRow(2).getCell(7).value).toBe('南方电网禄丰供电局');
    expect((await ask('GET', docx.GET, 'lufengTown', { id: project.id })).status).toBe(200);
    const out = await ask('POST', retire.POST, 'lufengClerk', params, { body: { reason: '重复' }, version: 2 });
    expect(out.json.handover).toEqual([]);
    expect(out.json.suggestions).toHaveLength(2);
    for (const as of ['shuangbaiClerk', 'lufengCommunity2'] as const)
      expect((await add([lineOf('C-R07', 'owners')], as)).status, as).toBe(404);
  });
});

it('property service: by whom, or why not; exactly one', async () => {
  const project = await accepted();
  const { version } = (await read(project)).project;
  const write = (propertyService: string | null, reason: string | null, seen: number) =>
    ask(
      'PUT',
      property.PUT,
      'lufengCommunity',
      { id: project.id },
      { body: { propertyService, reason }, version: seen },
    );
  expect(codes((await write(null, null, version)).json)).toEqual(['aftercare.propertyNone']);
  expect(codes((await write('鸿源物业', '户数少', version)).json)).toEqual(['aftercare.propertyBoth']);
  const saved = await write('鸿源物业', null, version);
  expect(saved.json, JSON.stringify(saved.json)).toMatchObject({ propertyService: '鸿源物业' });
  expect((await write(null, '户数少', version)).status).toBe(409);
  expect((await write(null, '户数少，由社区代管', version + 1)).json).toMatchObject({
    propertyService: null,
    propertyServiceReason: '户数少，由社区代管',
  });
});

describe('the later checks', () => {
  it('are in 待办 of county bureau and community when due within 30 days or late', async () => {
    const project = await accepted();
    const mine = async (as: Person) => {
      const { json } = await ask('GET', tasks.GET, as, {});
      return json.items.filter(({ kind, href }: Json) => kind === 'aftercareCheck' && href.includes(project.id));
    };
    for (const as of ['lufengClerk', 'lufengCommunity'] as const)
      expect(
        (await mine(as)).map(({ params, light }: Json) => [params.months, light]),
        as,
      ).toEqual([
        [6, 'red'],
        [12, 'green'],
      ]);
    for (const as of ['lufengCommunity2', 'lufengEntity', 'shuangbaiClerk'] as const)
      expect(await mine(as), as).toEqual([]);
  });

  it('are recorded once, between the acceptance and today, with a picture', async () => {
    const project = await accepted();
    const [first, second] = (await read(project)).checks;
    expect((await read(project)).checks.map(({ state }) => state)).toEqual(['overdue', 'soon', 'later']);
    const params = { id: project.id, checkId: first?.id ?? '' };
    const record = (body: object, as: Person = 'lufengCommunity', of = params) =>
      ask('PUT', check.PUT, as, of, { body, version: 1 });
    const day = await todayIs();
    expect(codes((await record({ checkedOn: '2020-07-09', result: 'problems' })).json)).toEqual([
      'aftercare.checkTooEarly',
      'aftercare.checkRemarks',
    ]);
    expect(codes((await record({ checkedOn: '2999-01-01', result: 'good' })).json)).toEqual([
      'aftercare.checkInFuture',
    ]);
    const paper = (await fileRow(world, 'lufengCommunity')).id;
    expect(codes((await record({ checkedOn: day, result: 'good', photoFileId: paper })).json)).toEqual([
      'aftercare.noPicture',
    ]);
    const picture = { name: '雨棚.png', mediaType: 'image/png', purpose: 'photo' };
    const photo = (await fileRow(world, 'lufengCommunity', picture)).id;
    const saved = await record({ checkedOn: day, result: 'problems', remarks: '雨棚松动', photoFileId: photo });
    expect(saved.json.checks[0]).toMatchObject({ state: 'done', result: 'problems', photo: { name: '雨棚.png' } });
    expect((await record({ checkedOn: day, result: 'good' }, 'lufengClerk')).status).toBe(409);
    const other = await accepted();
    const foreign = await record({ checkedOn: day, result: 'good', photoFileId: photo }, 'lufengCommunity', {
      id: other.id,
      checkId: (await read(other)).checks[0]?.id ?? '',
    });
    expect(codes(foreign.json)).toEqual(['archive.fileOfOther']);
    const mixed = await record({ checkedOn: day, result: 'good' }, 'lufengClerk', {
      id: other.id,
      checkId: second?.id ?? '',
    });
    expect(mixed.status).toBe(404);
  });
});
