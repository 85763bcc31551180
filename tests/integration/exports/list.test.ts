import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as exportRoute from '@/app/api/v1/exports/[id]/route';
import * as exportsRoute from '@/app/api/v1/exports/route';
import * as storedFile from '@/app/api/v1/files/[id]/route';
import type { ExportView } from '@/lib/domain/exports/answers';
import { unprotectCsv } from '@/lib/domain/imports/csv-safety';
import { expireExports } from '@/lib/server/exports/expire';
import { failExport, makeExport } from '@/lib/server/exports/make-export';
import { fileStore } from '@/lib/server/files/store';
import { makeWorld, type Person, type World } from '../../support/world';
import { ask, exported, fetchFile, look, opened, problem, records, register, sheetOf, view } from './support';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await register(world);
});
afterAll(() => world.end());

const run = (as: Person, id: string) => makeExport({ exportId: id, accountId: world.actors[as].accountId });

describe('what the list shows, as a file', () => {
  test('csv: begins with the mark of UTF-8, runs nothing, and comes back as it was', async () => {
    const bytes = await exported(world, 'lufengClerk', { kind: 'compounds-list', format: 'csv' });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse<Record<string, string>>(bytes, { bom: true, columns: true });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ 小区名称: "'=1+1小区", 地址: "'-文化路12号", 建成年份: '1996' });
    expect(rows[0]?.['建筑面积（㎡）']).toBe('2160.12');
    expect(unprotectCsv(rows[0]?.小区名称 ?? '')).toBe('=1+1小区');
  });

  test('xlsx: the same rows; text is text and numbers are numbers', async () => {
    const workbook = await opened(await exported(world, 'lufengClerk', { kind: 'compounds-list' }));
    const [row] = records(sheetOf(workbook, '小区'));
    expect(row).toMatchObject({ 小区名称: '=1+1小区', 建成年份: 1996, 产权性质: '房改房', 县市: '禄丰市' });
    expect(row?.['建筑面积（㎡）']).toBe(2160.12);
  });

  test('the columns that the list shows, and no others', async () => {
    const body = { kind: 'compounds-list', columns: ['name', 'year', 'area'] };
    const workbook = await opened(await exported(world, 'lufengClerk', body));
    const [row] = records(sheetOf(workbook, '小区'));
    expect(Object.keys(row ?? {})).toEqual(['小区编码', '小区名称', '建成年份', '建筑面积（㎡）']);
    expect((await ask(world, 'lufengClerk', { ...body, columns: ['secret'] })).status).toBe(400);
  });

  test('the filters of the list hold, and the prefecture may take every county or one', async () => {
    const all = await opened(await exported(world, 'prefectureBureau', { kind: 'compounds-list' }));
    expect(records(sheetOf(all, '小区')).map(({ 县市 }) => 县市)).toEqual(expect.arrayContaining(['禄丰市', '双柏县']));
    const body = { kind: 'compounds-list', query: { ownership: 'unknown' }, county: world.shuangbai.id };
    const one = await opened(await exported(world, 'prefectureBureau', body));
    expect(records(sheetOf(one, '小区')).map(({ 小区名称 }) => 小区名称)).toEqual(['妥甸小区']);
  });
});

describe('who may', () => {
  test('another county is not found; leaders, towns and communities take nothing away', async () => {
    expect((await ask(world, 'lufengClerk', { kind: 'survey', county: world.shuangbai.id })).status).toBe(404);
    const filtered = { kind: 'compounds-list', query: { county: world.shuangbai.id } };
    expect((await ask(world, 'lufengClerk', filtered)).status).toBe(404);
    for (const as of ['prefectureLeader', 'lufengLeader', 'lufengTown', 'lufengCommunity', 'lufengEntity'] as const)
      expect((await ask(world, as, { kind: 'compounds-list' })).status, as).toBe(403);
  });

  test('a request that makes no sense is refused with every reason', async () => {
    const called = await ask(world, 'prefectureBureau', { kind: 'survey', format: 'csv', query: { status: 'all' } });
    expect(called.status).toBe(422);
    expect(problem(called).reasons?.map(({ code }) => code)).toEqual([
      'export.countyNeeded',
      'export.xlsxOnly',
      'export.queryOfListOnly',
    ]);
    for (const { message, code } of problem(called).reasons ?? []) expect(message).not.toContain(code);
    expect((await ask(world, 'lufengClerk', { kind: 'survey', colour: 'red' })).status).toBe(400);
    expect((await ask(world, 'lufengClerk', { kind: 'everything' })).status).toBe(400);
  });

  test('the same key asked again is the same export', async () => {
    const key = { 'idempotency-key': 'export-once' };
    const first = view(await ask(world, 'lufengClerk', { kind: 'survey-template' }, key));
    const again = view(await ask(world, 'lufengClerk', { kind: 'survey-template' }, key));
    expect(again.id).toBe(first.id);
    const { rows } = await world.owner.query(`SELECT 1 FROM pgboss.job WHERE data ->> 'exportId' = $1`, [first.id]);
    expect(rows).toHaveLength(1);
    expect((await fetchFile(world, 'lufengClerk', first.id)).status).toBe(409);
    await run('lufengClerk', first.id);
  });

  test('an export is its asker’s alone, through every door', async () => {
    const { id } = view(await ask(world, 'lufengClerk', { kind: 'survey' }));
    await run('lufengClerk', id);
    for (const as of ['lufengClerk2', 'shuangbaiClerk', 'prefectureBureau'] as const) {
      expect((await fetchFile(world, as, id)).status, as).toBe(404);
      expect((await world.call(exportRoute.GET, { as, params: { id } })).status, as).toBe(404);
    }
    const { rows } = await world.owner.query<{ file_id: string }>('SELECT file_id FROM export_job WHERE id = $1', [id]);
    const params = { id: rows[0]?.file_id ?? '' };
    expect((await world.call(storedFile.GET, { as: 'lufengFinance', params })).status).toBe(404);
    expect((await world.call(storedFile.GET, { as: 'lufengClerk', params })).status).toBe(404);
    const file = await fetchFile(world, 'lufengClerk', id);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(Number(file.headers.get('content-length'))).toBe((await file.response.arrayBuffer()).byteLength);
  });

  test('who lost the right between asking and making gets nothing, and is told why', async () => {
    const asked = await ask(world, 'lufengClerk2', { kind: 'survey', unmasked: true, reason: '核对业主电话' });
    const { id } = view(asked);
    const set = (role: string) =>
      world.owner.query('UPDATE account SET role = $1 WHERE id = $2', [role, world.actors.lufengClerk2.accountId]);
    await set('county_finance');
    await run('lufengClerk2', id);
    const seen = await look(world, 'lufengClerk2', id);
    expect(seen).toMatchObject({ status: 'failed', file: null });
    expect(seen.failure?.map(({ code }) => code)).toEqual(['export.unmaskedNotAllowed']);
    await set('county_bureau');
    const made = view(await ask(world, 'lufengClerk2', { kind: 'survey', unmasked: true, reason: '核对业主电话' }));
    await run('lufengClerk2', made.id);
    await set('county_finance');
    expect((await fetchFile(world, 'lufengClerk2', made.id)).status).toBe(403);
    await set('county_bureau');
    expect((await fetchFile(world, 'lufengClerk2', made.id)).status).toBe(200);
  });
});

test('a fault is told after the last try, and asking the queue again can still make it; what is done stays done', async () => {
  const { id } = view(await ask(world, 'lufengClerk', { kind: 'compounds-list' }));
  const data = { exportId: id, accountId: world.actors.lufengClerk.accountId };
  await failExport(data);
  expect(await look(world, 'lufengClerk', id)).toMatchObject({ status: 'failed', failure: [{ code: 'export.fault' }] });
  await makeExport(data);
  const made = await look(world, 'lufengClerk', id);
  expect(made).toMatchObject({ status: 'done', failure: null });
  await makeExport(data);
  await failExport(data);
  expect(await look(world, 'lufengClerk', id)).toEqual(made);
});

test('the list of exports: one’s own, newest first, page by page', async () => {
  const list = async (path: string) =>
    (await world.call(exportsRoute.GET, { as: 'lufengClerk', path: `/api/v1/exports${path}` })).json as {
      items: ExportView[];
      nextCursor: string | null;
      total: number;
    };
  const whole = await list('');
  expect(whole.items.length).toBe(whole.total);
  const times = whole.items.map(({ createdAt }) => createdAt);
  expect(times).toEqual([...times].sort().reverse());
  const first = await list('?limit=2');
  const second = await list(`?limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(whole.items.slice(0, 4).map(({ id }) => id));
});

test('after a week the file is gone, and its bytes cannot be read by anybody', async () => {
  const { id } = view(await ask(world, 'lufengClerk', { kind: 'survey', unmasked: true, reason: '核对业主电话' }));
  await run('lufengClerk', id);
  expect(await expireExports()).toBe(0);
  await world.owner.query(`UPDATE export_job SET finished_at = finished_at - interval '8 days' WHERE id = $1`, [id]);
  expect(await look(world, 'lufengClerk', id)).toMatchObject({ status: 'expired', file: null });
  expect(await expireExports()).toBe(1);
  const late = await fetchFile(world, 'lufengClerk', id);
  expect([late.status, problem(late).code]).toEqual([410, 'export_expired']);
  const { rows } = await world.owner.query<{ wrapped: Buffer | null; storage_key: string }>(
    `SELECT k.wrapped, f.storage_key FROM export_job e JOIN stored_file f ON f.id = e.file_id
     JOIN personal_key k ON k.purpose = 'export' AND k.period = e.id::text WHERE e.id = $1`,
    [id],
  );
  expect(rows[0]?.wrapped).toBeNull();
  expect(await fileStore().exists(rows[0]?.storage_key ?? '')).toBe(false);
});
