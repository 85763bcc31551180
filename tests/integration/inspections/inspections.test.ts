import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as filesRoute from '@/app/api/v1/files/route';
import * as inspectionRoute from '@/app/api/v1/inspections/[id]/route';
import * as allRoute from '@/app/api/v1/inspections/route';
import * as recheckRoute from '@/app/api/v1/projects/[id]/findings/[findingId]/recheck/route';
import * as rectifyRoute from '@/app/api/v1/projects/[id]/findings/[findingId]/rectify/route';
import * as findingsRoute from '@/app/api/v1/projects/[id]/findings/route';
import * as inspectionsRoute from '@/app/api/v1/projects/[id]/inspections/route';
import type { Handler } from '@/lib/server/define-route';
import type { Json } from '../../support/asking';
import { addAccount } from '../../support/every/side';
import { begin, found, inspection } from '../../support/inspections';
import { nameTo, projectAt, type StageProject } from '../../support/stage-project';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

interface More {
  as?: Person;
  headers?: Record<string, string>;
}
const post = async (
  handler: Handler,
  params: Record<string, string>,
  body: unknown,
  { as = 'lufengClerk', headers }: More = {},
) => {
  const { status, json } = await world.call(handler, { as, method: 'POST', params, body, headers });
  return { status, json: json as Json };
};
const send = (project: StageProject, body: object, more: More = {}) =>
  post(inspectionsRoute.POST, { id: project.id }, body, more);
const codes = ({ json }: { json: Json }): string[] => (json.reasons ?? []).map(({ code }: Json) => code);
const ok = async (asked: Promise<{ status: number; json: Json }>): Promise<Json> => {
  const { status, json } = await asked;
  expect(status, JSON.stringify(json)).toBeLessThan(300);
  return json;
};
const get = async (handler: Handler, params: Record<string, string>, as: Person = 'lufengClerk', path?: string) => {
  const { status, json } = await world.call(handler, { as, params, path });
  return { status, json: json as Json };
};
const findingsOf = async ({ id }: StageProject): Promise<Json[]> => (await get(findingsRoute.GET, { id })).json.items;
const kept = async (table: string) =>
  Number((await world.owner.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n);

/** In stage 8, under contract from March on. */
const site = async (): Promise<StageProject> => begin(world, await projectAt(world, 8, 'submit'));

async function photo(as: Person = 'lufengClerk', shade = Math.random() * 255): Promise<string> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: { r: shade, g: 9, b: 9 } } });
  const { status, json } = await world.call(filesRoute.POST, {
    ...{
      as,
      method: 'POST',
      path: '/api/v1/files?purpose=photo',
      rawBody: new Uint8Array(await picture.png().toBuffer()),
    },
    headers: { 'x-file-name': encodeURIComponent('现场.png') },
  });
  expect(status).toBe(201);
  return (json as Json).id;
}

describe('an inspection', () => {
  it('is kept with its points, its findings, its photos, and what the device stated beside the server’s time', async () => {
    const project = await site();
    const fileId = await photo();
    const body = inspection(project, {
      checks: [{ code: 'S-06', result: 'pass' }, found('C-R07-02', { photoFileId: fileId })],
      deviceAt: '2020-04-01T10:20:00+08:00',
      position: { latitudeE6: 25_145_678, longitudeE6: 102_074_321, accuracyM: 12 },
      photoFileIds: [await photo()],
    });
    const made = await ok(send(project, body));
    expect(made).toMatchObject({
      ...{ level: 'county', inspectedOn: '2020-04-01', passed: 1, failed: 1, findingsOpen: 1, photos: 1 },
      deviceAt: '2020-04-01T02:20:00.000Z',
      position: { latitudeE6: 25_145_678, longitudeE6: 102_074_321, accuracyM: 12 },
      inspector: expect.stringContaining('王丽'),
    });
    expect(made.receivedAt).not.toBe(made.deviceAt);
    expect(made.checks[0]).toMatchObject({ code: 'C-R07-02', result: 'fail', sighting: 'new', photoFileId: fileId });
    const [finding] = await findingsOf(project);
    expect(finding).toMatchObject({
      ...{ check: 'C-R07-02', item: 'C-R07', kind: 'quality', grade: 'major', limitOn: '2020-04-10' },
      ...{ responsible: '滇中建工', status: 'open', repeatNo: 1, timesSeen: 1, photoFileId: fileId },
    });
    expect((await get(inspectionRoute.GET, { id: made.id })).json).toEqual(made);
  });

  it('is refused whole, with every reason, and nothing of it is kept', async () => {
    const project = await site();
    const other = await site();
    const before = [await kept('inspection'), await kept('finding')];
    const wrong = inspection(project, {
      inspectedOn: '2020-02-20',
      buildingId: other.buildingId,
      checks: [
        { code: 'C-R07-01', result: 'fail' },
        { ...found('S-01', { limitOn: '2020-02-01' }), result: 'pass' },
        found('S-02', { limitOn: '2020-02-01', grade: 'grave', responsible: undefined }),
        { code: 'S-02', result: 'pass' },
        { code: 'B-I03-01', result: 'pass' },
        { code: 'S-99', result: 'pass' },
      ],
    });
    const said = await send(project, wrong);
    expect([said.status, codes(said)]).toEqual([
      422,
      [
        ...[
          'inspection.beforeStart',
          'inspection.otherBuilding',
          'inspection.pointNotPlanned',
          'inspection.failUnsaid',
        ],
        ...['inspection.foundThoughRight', 'finding.limitBeforeInspection', 'finding.limitBeforeInspection'],
        ...['inspection.responsibleMissing', 'inspection.gravePhoto', 'inspection.pointTwice'],
        ...['inspection.pointNotPlanned', 'inspection.pointUnknown'],
      ],
    ]);
    const limit = said.json.reasons.find(({ field }: Json) => field === 'checks.2.finding.limitOn');
    expect(limit.message).toBe('整改期限 2020-02-01 早于检查日期 2020-02-20。请改为检查当天或以后。');
    const late = await send(project, inspection(project, { inspectedOn: '2999-01-01' }));
    expect(codes(late)).toContain('inspection.inFuture');
    expect([await kept('inspection'), await kept('finding')]).toEqual(before);
  });

  it('sent twice under one key happens once', async () => {
    const project = await site();
    const headers = { 'idempotency-key': 'outbox-of-a-phone-0001' };
    const body = inspection(project, { checks: [found('S-04')] });
    const [one, two] = [await ok(send(project, body, { headers })), await ok(send(project, body, { headers }))];
    expect(two.id).toBe(one.id);
    expect(await findingsOf(project)).toHaveLength(1);
  });

  it('waits for the contract: what has not begun is not inspected', async () => {
    const project = await projectAt(world, 7);
    expect(codes(await send(project, inspection(project)))).toEqual(['inspection.noContract']);
  });

  it('names a party of the project, whose name stands in the finding', async () => {
    const project = await site();
    const company = await world.owner.query(
      `INSERT INTO company (county_id, name, kinds, created_by) VALUES ($1, $2, '{construction}', $3) RETURNING id`,
      [world.lufeng.id, `禄丰建筑${project.id.slice(-4)}公司`, world.actors.lufengClerk.accountId],
    );
    const party = await world.owner.query(
      `INSERT INTO project_party (project_id, county_id, kind, company_id, created_by) VALUES ($1, $2, 'construction', $3, $4) RETURNING id`,
      [project.id, world.lufeng.id, company.rows[0].id, world.actors.lufengClerk.accountId],
    );
    const partyId = party.rows[0].id;
    const elsewhere = await site();
    const body = (of: StageProject) => inspection(of, { checks: [found('S-03', { partyId, responsible: undefined })] });
    expect(codes(await send(elsewhere, body(elsewhere)))).toEqual(['inspection.partyUnknown']);
    await ok(send(project, body(project)));
    expect((await findingsOf(project))[0].responsible).toMatch(/^禄丰建筑/);
  });

  it('a photo of 40 MB is refused in clear words before it is read', async () => {
    const answer = await world.call(filesRoute.POST, {
      ...{ as: 'lufengClerk', method: 'POST', path: '/api/v1/files?purpose=photo', rawBody: new Uint8Array(1024) },
      headers: { 'x-file-name': encodeURIComponent('现场.jpg'), 'content-length': String(40 * 1024 * 1024) },
    });
    expect(answer.status).toBe(413);
    expect((answer.json as Json).detail).toContain('20 MB');
  });

  it('the same photo of somebody else, or of another project, is not there for it', async () => {
    const project = await site();
    const foreign = await photo('shuangbaiClerk');
    const said = await send(project, inspection(project, { photoFileIds: [foreign] }));
    expect(said.json.reasons).toMatchObject([{ code: 'project.fileUnknown', field: 'photoFileIds.0' }]);
  });
});

describe('who inspects', () => {
  it('another county does not find the project; a town and an implementing entity do not inspect', async () => {
    const project = await site();
    const body = inspection(project);
    expect((await send(project, body, { as: 'shuangbaiClerk' })).status).toBe(404);
    for (const as of ['lufengTown', 'lufengCommunity', 'lufengEntity', 'lufengFinance'] as const)
      expect((await send(project, body, { as })).status, as).toBe(403);
    expect(await ok(send(project, body, { as: 'prefectureBureau' }))).toMatchObject({ level: 'prefecture' });
  });

  it('a supervisor inspects and sees the projects that he is named to, and no others', async () => {
    const [mine, other] = [await site(), await site()];
    const post = { prefectureId: world.prefectureId, countyId: world.lufeng.id, unitId: world.lufeng.id };
    const who = await addAccount(world.owner, `jl.${mine.id.slice(-6)}`, 'supervisor', post);
    await nameTo(world, mine.id, who.id);
    const ask = async (handler: Handler, more: object) => {
      const { status, json } = await world.call(handler, { ...who, ...more });
      return { status, json: json as Json };
    };
    await ok(send(other, inspection(other)));
    const sent = { method: 'POST' as const, params: { id: mine.id }, body: inspection(mine) };
    expect(await ok(ask(inspectionsRoute.POST, sent))).toMatchObject({ level: 'supervisor' });
    expect((await ask(inspectionsRoute.POST, { ...sent, params: { id: other.id } })).status).toBe(404);
    const list = await ok(ask(allRoute.GET, { path: '/api/v1/inspections' }));
    expect(list.items.map(({ project }: Json) => project.id)).toEqual([mine.id]);
    expect(list.total).toBe(1);
  });

  it('the list has what is open first, is narrowed and counted; another county’s are not in it', async () => {
    const [clean, dirty] = [await site(), await site()];
    await ok(send(dirty, inspection(dirty, { checks: [found('S-05')], inspectedOn: '2020-03-10' })));
    await ok(send(clean, inspection(clean, { inspectedOn: '2020-03-20' })));
    const of = async (search: string, as: Person = 'lufengClerk') =>
      (await get(allRoute.GET, {}, as, `/api/v1/inspections?${search}`)).json;
    const days = 'from=2020-03-05&to=2020-03-25';
    const all = await of(days);
    expect(all.items.map(({ project }: Json) => project.id)).toEqual([dirty.id, clean.id]);
    expect((await of(`${days}&open=yes`)).total).toBe(1);
    expect((await of(`${days}&level=prefecture`)).total).toBe(0);
    expect((await of(`${days}&kind=quality`)).total).toBe(2);
    expect((await of(`${days}&county=${world.shuangbai.id}`, 'prefectureBureau')).total).toBe(0);
    expect((await of(`${days}&limit=1&page=2`)).items).toMatchObject([{ project: { id: clean.id } }]);
    expect((await of(days, 'shuangbaiClerk')).total).toBe(0);
  });
});

describe('what comes back', () => {
  const close = async (project: StageProject, finding: Json, days: [string, string]) => {
    const params = { id: project.id, findingId: finding.id };
    const at = (version: number, as: Person) => ({ as, headers: { 'if-match': `"${version}"` } });
    const right = { rectifiedOn: days[0], rectification: '已返工' };
    const first = await ok(post(rectifyRoute.POST, params, right, at(finding.version, 'lufengClerk2')));
    const done = { passed: true, recheckedOn: days[1] };
    return ok(post(recheckRoute.POST, params, done, at(first.version, 'lufengClerk')));
  };

  it('a point that is still open is seen again: no second finding, its own limit, and what was reported right is open again', async () => {
    const project = await site();
    await ok(send(project, inspection(project, { checks: [found('C-R07-02')] })));
    const [first] = await findingsOf(project);
    const later = inspection(project, {
      inspectedOn: '2020-04-03',
      checks: [found('C-R07-02', { content: '仍积水', limitOn: '2020-05-30' })],
    });
    expect((await ok(send(project, later, { as: 'prefectureBureau' }))).checks[0]).toMatchObject({
      sighting: 'again',
      note: '仍积水',
      finding: { id: first.id },
    });
    expect(await findingsOf(project)).toMatchObject([{ timesSeen: 2, limitOn: '2020-04-10', status: 'open' }]);
    const [seen] = await findingsOf(project);
    const params = { id: project.id, findingId: first.id };
    const headers = { 'if-match': `"${seen.version}"` };
    await ok(post(rectifyRoute.POST, params, { rectifiedOn: '2020-04-05', rectification: '已修补' }, { headers }));
    await ok(send(project, { ...later, inspectedOn: '2020-04-06' }));
    expect(await findingsOf(project)).toMatchObject([{ status: 'open', timesSeen: 3, recheckNote: '仍积水' }]);
  });

  it('a point that was closed and is wrong once more is a repeat, and counts', async () => {
    const project = await site();
    const again = (inspectedOn: string, limitOn: string) =>
      ok(send(project, inspection(project, { inspectedOn, checks: [found('C-R07-02', { limitOn })] })));
    await again('2020-04-01', '2020-04-10');
    await close(project, (await findingsOf(project))[0], ['2020-04-05', '2020-04-06']);
    await again('2020-04-20', '2020-04-30');
    const [second, first] = await findingsOf(project);
    expect([second.repeatNo, second.status, first.status]).toEqual([2, 'open', 'closed']);
    await close(project, second, ['2020-04-22', '2020-04-23']);
    expect((await again('2020-05-01', '2020-05-10')).checks[0]).toMatchObject({
      sighting: 'repeat',
      finding: { repeatNo: 3 },
    });
  });

  it('of two who find the same at once one finding is made', async () => {
    const project = await site();
    const body = inspection(project, { checks: [found('S-08')] });
    const answers = await Promise.all([send(project, body), send(project, body, { as: 'lufengClerk2' })]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await findingsOf(project)).toMatchObject([{ timesSeen: 2 }]);
  });
});

it('an inspection stays as it was made', async () => {
  const project = await site();
  const { id } = await ok(send(project, inspection(project)));
  for (const sql of [
    `UPDATE inspection SET level = 'prefecture' WHERE id = $1`,
    'DELETE FROM inspection_check WHERE inspection_id = $1',
  ])
    await expect(world.owner.query(sql, [id])).rejects.toThrow('kept for good');
});
