import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as buildings from '@/app/api/v1/buildings/route';
import * as files from '@/app/api/v1/compounds/[id]/files/route';
import * as upload from '@/app/api/v1/files/route';
import * as one from '@/app/api/v1/imports/[id]/route';
import * as undo from '@/app/api/v1/imports/[id]/undo/route';
import type { ImportDetail } from '@/lib/domain/imports/answers';
import { applyImport } from '@/lib/server/imports/apply-import';
import { failImport } from '@/lib/server/imports/batch';
import { readImport } from '@/lib/server/imports/read-import';
import { type Cells, metaSheet, workbookOf } from '@/tests/support/sheets';
import { makeWorld, type World } from '@/tests/support/world';
import { bareWorkbook } from '../../support/bare-workbook';
import { clerkOf } from './imports';

let world: World;
let clerk: ReturnType<typeof clerkOf>;
let colleague: ReturnType<typeof clerkOf>;
beforeAll(async () => {
  world = await makeWorld();
  clerk = clerkOf(world, 'lufengClerk');
  colleague = clerkOf(world, 'lufengClerk2');
});
afterAll(() => world.end());

const sheet = (...rows: Cells[]) =>
  workbookOf({ ...metaSheet('532302', '禄丰市'), 小区: [['小区名称*', '建成年份'], ...rows] });
const count = async (sql: string) => Number((await world.owner.query<{ n: string }>(sql)).rows[0]?.n);
const named = (name: string) =>
  count(`SELECT count(*) AS n FROM compound WHERE name = '${name}' AND status = 'active'`);
const seenBy = async (as: 'lufengClerk2', id: string) =>
  (await world.call(one.GET, { as, params: { id } })).json as unknown as ImportDetail;

describe('a sheet beyond every measure', () => {
  it('of 200,001 rows is refused before a row of it is staged', async () => {
    const rows = Array.from({ length: 200_001 }, (_, n) => [`${n}号院`, 1990]);
    const read = await clerk.upload(
      bareWorkbook({ 小区: [['小区名称', '建成年份'], ...rows], 楼栋: [['小区名称', '楼栋']] }),
    );
    expect([read.status, read.refusal.map(({ code }) => code)]).toEqual(['refused', ['import.file.tooManyRows']]);
    expect(read.refusal[0]?.message).toContain('200');
    expect(await count(`SELECT count(*) AS n FROM import_row WHERE batch_id = '${read.id}'`)).toBe(0);
  });
});

describe('two at once', () => {
  it('the same import applied twice at once is written once', async () => {
    const read = await clerk.upload(await sheet(['同时确认小区', 1990]));
    expect((await clerk.confirm(read.id)).status).toBe(202);
    const job = { batchId: read.id, accountId: clerk.accountId };
    await Promise.all([applyImport(job), applyImport(job)]);
    expect(await named('同时确认小区')).toBe(1);
  });

  it('two imports of one county with the same new compound: one writes, the other is compared anew', async () => {
    const bytes = await sheet(['两人都登记的小区', 1990]);
    const [mine, theirs] = [await clerk.upload(bytes), await colleague.upload(bytes)];
    await Promise.all([clerk.confirm(mine.id), colleague.confirm(theirs.id)]);
    await Promise.all([
      applyImport({ batchId: mine.id, accountId: clerk.accountId }),
      applyImport({ batchId: theirs.id, accountId: colleague.accountId }),
    ]);
    expect(await named('两人都登记的小区')).toBe(1);
    const states = [await clerk.detail(mine.id), await colleague.detail(theirs.id)];
    expect(states.map(({ status }) => status).sort()).toEqual(['applied', 'uploaded']);
    const waiting = states.find(({ status }) => status === 'uploaded')?.id ?? '';
    expect((await colleague.read(waiting)).counts).toEqual({ compound: { unchanged: 1 } });
  });

  it('an import that was previewed while another was still writing does not write the same again', async () => {
    const bytes = await sheet(['写入途中上传的小区', 1990]);
    const [mine, theirs] = [await clerk.upload(bytes), await colleague.upload(bytes)];
    await clerk.confirm(mine.id);
    await clerk.apply(mine.id);
    // as if the first had begun long before the second was read, and ended only after it
    await world.owner.query(
      `UPDATE compound SET created_at = created_at - interval '1 hour' WHERE name = '写入途中上传的小区'`,
    );
    await colleague.confirm(theirs.id);
    expect((await colleague.apply(theirs.id)).status).toBe('uploaded');
    expect(await named('写入途中上传的小区')).toBe(1);
  });
});

/** What the worker does with a job: a refusal ends it, with what the import says then. */
async function asWorker(run: typeof applyImport, job: Parameters<typeof applyImport>[0]): Promise<string> {
  const thrown = await run(job).then(
    () => 'done',
    (error: Error) => error.message,
  );
  if (thrown !== 'done') await failImport(job);
  return thrown;
}

describe('the account that asked is no longer what it was', () => {
  const change = (sql: string) => world.owner.query(`UPDATE account SET ${sql} WHERE id = $1`, [clerk.accountId]);

  it.each([
    ['disabled', `disabled_at = now()`, 'disabled_at = NULL', 'job.accountDisabled'],
    ['of another role', `role = 'county_finance'`, `role = 'county_bureau'`, 'job.noLongerAllowed'],
  ])('%s: nothing is written, and a colleague sees why', async (what, now, back, code) => {
    const name = `${what === 'disabled' ? '停用' : '换岗'}前上传的小区`;
    const read = await clerk.upload(await sheet([name, 1990]));
    await clerk.confirm(read.id);
    await change(now);
    const job = { batchId: read.id, accountId: clerk.accountId };
    expect(await asWorker(applyImport, job)).toBe(code);
    const seen = await seenBy('lufengClerk2', read.id);
    await change(back);
    expect([seen.status, seen.refusal.map((reason) => reason.code)]).toEqual(['failed', [code]]);
    expect(await named(name)).toBe(0);
  });

  it('moved to another county: what it uploaded is neither read nor left waiting', async () => {
    const read = await clerk.upload(await sheet(['调走前上传的小区', 1990]));
    await world.owner.query(`UPDATE import_batch SET status = 'uploaded' WHERE id = $1`, [read.id]);
    await change(`county_id = '${world.shuangbai.id}', unit_id = '${world.shuangbai.id}'`);
    const outcome = await asWorker(readImport, { batchId: read.id, accountId: clerk.accountId });
    await change(`county_id = '${world.lufeng.id}', unit_id = '${world.lufeng.id}'`);
    expect(outcome).toBe('job.noLongerAllowed');
    expect((await seenBy('lufengClerk2', read.id)).status).toBe('failed');
  });
});

describe('taking back what something was built on', () => {
  const applied = async (name: string) => {
    const read = await clerk.upload(await sheet([name, 1990]));
    await clerk.confirm(read.id);
    await clerk.apply(read.id);
    const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM compound WHERE name = $1', [name]);
    return { batch: read.id, compound: rows[0]?.id ?? '' };
  };
  const takeBack = (id: string) =>
    world.call(undo.POST, { as: 'lufengClerk', method: 'POST', params: { id }, body: { reason: '传错了文件' } });
  const reasonsOf = (answer: { json: never }) =>
    (answer.json as { reasons: { code: string; params: object }[] }).reasons.map(({ code, params }) => ({
      code,
      params,
    }));

  it('is refused while a building stands on it, and names the row', async () => {
    const { batch, compound } = await applied('已有楼栋的小区');
    const body = { compoundId: compound, name: '1栋' };
    await world.call(buildings.POST, { as: 'lufengClerk', method: 'POST', body });
    const answer = await takeBack(batch);
    expect([answer.status, reasonsOf(answer)]).toEqual([
      422,
      [{ code: 'import.undo.builtOn', params: { sheet: '小区', row: 2, name: '已有楼栋的小区' } }],
    ]);
    expect(await named('已有楼栋的小区')).toBe(1);
  });

  it('is refused while a document hangs on it', async () => {
    const { batch, compound } = await applied('已有文件的小区');
    const sent = await world.call(upload.POST, {
      as: 'lufengClerk',
      method: 'POST',
      path: '/api/v1/files?purpose=document',
      rawBody: '%PDF-1.4\n%%EOF\n',
    });
    const body = { fileId: (sent.json as { id: string }).id, kind: 'document' };
    await world.call(files.POST, { as: 'lufengClerk', method: 'POST', params: { id: compound }, body });
    expect(reasonsOf(await takeBack(batch)).map(({ code }) => code)).toEqual(['import.undo.builtOn']);
  });

  it('is done once, however often it is asked at once', async () => {
    const { batch } = await applied('撤销一次的小区');
    const answers = await Promise.all([takeBack(batch), takeBack(batch)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await named('撤销一次的小区')).toBe(0);
  });
});
