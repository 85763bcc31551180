import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as discardRoute from '@/app/api/v1/funds/batches/[id]/discard/route';
import * as docxRoute from '@/app/api/v1/funds/batches/[id]/docx/route';
import * as issueRoute from '@/app/api/v1/funds/batches/[id]/issue/route';
import * as reverseRoute from '@/app/api/v1/funds/batches/[id]/lines/[lineId]/reverse/route';
import * as linesRoute from '@/app/api/v1/funds/batches/[id]/lines/route';
import * as batchRoute from '@/app/api/v1/funds/batches/[id]/route';
import * as suggestRoute from '@/app/api/v1/funds/batches/[id]/suggest/route';
import * as batchesRoute from '@/app/api/v1/funds/batches/route';
import * as entryReverseRoute from '@/app/api/v1/funds/entries/[id]/reverse/route';
import type { BatchAnswer, BatchDetail } from '@/lib/domain/funds/batch-answers';
import { asking, type Json } from '../../support/asking';
import { confirmedPlan, fundedProject } from '../../support/fund-rows';
import type { ProjectMade } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
let near: ProjectMade;
let far: ProjectMade;
let foreign: ProjectMade;
let unplanned: ProjectMade;
const ask = asking(() => world);

beforeAll(async () => {
  world = await makeWorld();
  near = await fundedProject(world, { name: '近的', plan: { central: 300 } });
  far = await fundedProject(world, { name: '远的', plan: { central: 600 } });
  foreign = await fundedProject(world, { county: 'shuangbai', name: '双柏的', plan: { central: 300 } });
  unplanned = await fundedProject(world, { name: '没有列入计划', plan: { central: 900 } });
  await confirmedPlan(world, [near, far, foreign]);
});
afterAll(() => world.end());

const codesOf = (json: Json) => json.reasons?.map(({ code }: { code: string }) => code);
let documents = 0;
const batchBody = (change: object = {}) => {
  documents += 1;
  return {
    ...{ year: 2020, documentNo: `楚财建〔2020〕${documents}号`, documentOn: '2020-03-20', title: '下达中央补助资金' },
    ...{ source: 'central', earmark: 'general', total: '900.00', ...change },
  };
};
const create = async (change: object = {}, as: Person = 'prefectureBureau') =>
  ask('POST', batchesRoute.POST, as, {}, { body: batchBody(change) });
const made = async (change: object = {}): Promise<BatchDetail> => (await create(change)).json;
const line = (amount: string, project: ProjectMade | null = null, more: object = {}) => ({
  ...{ countyId: project?.countyId ?? world.lufeng.id, projectId: project?.id ?? null, amount, ...more },
});
const setLines = (batch: BatchDetail, lines: object[], as: Person = 'prefectureBureau') =>
  ask('PUT', linesRoute.PUT, as, { id: batch.id }, { body: { lines }, version: batch.version });
const issue = (batch: BatchDetail, as: Person = 'prefectureBureau') =>
  ask('POST', issueRoute.POST, as, { id: batch.id }, { version: batch.version });
const balances = async (where: string, values: unknown[]) =>
  (
    await world.owner.query<{ pot: string; balance: string }>(
      `SELECT concat_ws('/', source, fund_kind, class) AS pot, balance::text FROM ledger_account WHERE balance <> 0 AND class <> 'grant' AND ${where} ORDER BY 1`,
      values,
    )
  ).rows.map(({ pot, balance }) => `${pot} ${balance}`);
const DAY = { entryOn: '2020-04-01', note: '文件附表有误' };

describe('a draft', () => {
  test('is written by the prefecture bureau alone; the county does not see it', async () => {
    for (const as of ['lufengClerk', 'lufengFinance', 'prefectureFinance'] as const)
      expect((await create({}, as)).status).toBe(403);
    const batch = await made();
    expect((await ask('GET', batchRoute.GET, 'lufengClerk', { id: batch.id })).status).toBe(404);
    expect((await ask('GET', batchRoute.GET, 'prefectureFinance', { id: batch.id })).json).toMatchObject({
      status: 'draft',
      whole: true,
    });
    for (const as of ['lufengTown', 'lufengEntity'] as const)
      expect((await ask('GET', batchesRoute.GET, as, {})).json).toEqual({ items: [] });
  });

  test.each([
    [{ documentOn: '2999-01-01' }, ['batch.documentInFuture']],
    [{ source: 'bonds', kind: 'special' }, ['batch.notThroughPrefecture']],
    [{ source: 'local', kind: 'county' }, ['batch.notThroughPrefecture']],
    [{ source: 'local' }, ['batch.kindUnknown']],
    [{ earmark: 'party', documentOn: '2999-01-01' }, ['batch.documentInFuture', 'fund.earmarkUnknown']],
    [{ total: '-1' }, ['money.negative']],
    [{ total: '0' }, ['money.zero']],
    [{ total: '1.001' }, ['money.tooFine']],
    [{ total: '1000000000000000' }, ['money.tooLarge']],
    [{ year: 2031 }, ['annual.yearUnknown']],
  ] as const)('refuses %j', async (change, expected) => {
    expect(codesOf((await create(change)).json)).toEqual(expected);
  });

  test('the same document is entered once for a source, by two at once too', async () => {
    const body = batchBody();
    const both = await Promise.all(
      (['prefectureBureau', 'prefectureBureau2'] as const).map((as) =>
        ask('POST', batchesRoute.POST, as, {}, { body }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(codesOf(both.find(({ status }) => status === 422)?.json)).toEqual(['batch.documentTwice']);
    const other = { ...body, source: 'local', kind: 'province' };
    expect((await ask('POST', batchesRoute.POST, 'prefectureBureau', {}, { body: other })).status).toBe(201);
  });

  test('is changed under the version that was seen', async () => {
    const batch = await made();
    const change = (version: number) =>
      ask('PATCH', batchRoute.PATCH, 'prefectureBureau', { id: batch.id }, { body: { total: '500.00' }, version });
    expect((await change(batch.version)).json).toMatchObject({ total: '500.00', documentNo: batch.documentNo });
    expect(await change(batch.version)).toMatchObject({
      status: 409,
      json: { conflict: { theirs: { total: '500.00' } } },
    });
  });
});

describe('a batch that nobody wants', () => {
  const discard = (batch: BatchDetail, as: Person = 'prefectureBureau') =>
    ask('POST', discardRoute.POST, as, { id: batch.id }, { version: batch.version });

  test('is discarded by the prefecture bureau: not there any more, its number free again, nothing in the books', async () => {
    const body = batchBody({ total: '1.00' });
    const batch: BatchDetail = (await ask('POST', batchesRoute.POST, 'prefectureBureau', {}, { body })).json;
    const seen: BatchDetail = (await setLines(batch, [line('1.00', unplanned)])).json;
    expect((await discard(seen, 'prefectureFinance')).status).toBe(403);
    expect((await discard(batch)).status).toBe(409);
    expect((await discard(seen)).json).toEqual({ id: batch.id });
    expect((await ask('GET', batchRoute.GET, 'prefectureBureau', { id: batch.id })).status).toBe(404);
    const list: BatchAnswer[] = (await ask('GET', batchesRoute.GET, 'prefectureBureau', {})).json.items;
    expect(list.map(({ id }) => id)).not.toContain(batch.id);
    for (const again of [discard, issue])
      expect((await again({ ...seen, version: seen.version + 1 })).status).toBe(404);
    expect((await ask('POST', batchesRoute.POST, 'prefectureBureau', {}, { body })).status).toBe(201);
    const { rows } = await world.owner.query(`SELECT 1 FROM audit_line WHERE action = 'fundBatch.discard'`);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('an issued one is not: the rule says so, and the database keeps it', async () => {
    let batch = await made({ total: '1.00' });
    batch = (await issue((await setLines(batch, [line('1.00', unplanned)])).json)).json;
    expect(codesOf((await discard(batch)).json)).toEqual(['batch.issued']);
    await expect(
      world.owner.query(`UPDATE fund_batch SET status = 'discarded', issued_at = NULL WHERE id = $1`, [batch.id]),
    ).rejects.toMatchObject({ constraint: 'fund_batch_decided' });
  });

  test('a discarded one is as it was: it is not taken up again, nor written to', async () => {
    const batch = await made({ total: '1.00' });
    await discard(batch);
    const kept = { constraint: 'fund_batch_decided' };
    await expect(
      world.owner.query(`UPDATE fund_batch SET status = 'draft' WHERE id = $1`, [batch.id]),
    ).rejects.toMatchObject(kept);
    await expect(
      world.owner.query(
        `INSERT INTO fund_batch_line (batch_id, county_id, amount, created_by) SELECT id, $2, 100, created_by FROM fund_batch WHERE id = $1`,
        [batch.id, world.lufeng.id],
      ),
    ).rejects.toMatchObject(kept);
  });

  test('issued and discarded in one moment: one of both', async () => {
    let batch = await made({ total: '1.00' });
    batch = (await setLines(batch, [line('1.00', unplanned)])).json;
    const both = await Promise.all([issue(batch), discard(batch, 'prefectureBureau2')]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('lines', () => {
  test('are a set: what is not named goes, what is named again stays as the same row', async () => {
    let batch: BatchDetail = (await setLines(await made(), [line('1.00'), line('2.00', near)])).json;
    const kept = batch.items.find(({ project }) => project)?.id;
    batch = (await setLines(batch, [line('3.00', near), line('4.00', near, { reward: true })])).json;
    expect(batch.items.map(({ amount, reward }) => [amount, reward])).toEqual([
      ['3.00', false],
      ['4.00', true],
    ]);
    expect(batch).toMatchObject({ placed: '7.00', reward: '4.00' });
    expect(batch.items[0]?.id).toBe(kept);
  });

  test('may be there from the beginning, and are asked the same; a wrong one leaves no batch', async () => {
    const total = { ...{ source: 'local', kind: 'reward', total: '300.00' }, documentNo: '楚财建〔2020〕奖1号' };
    const shares = [
      line('200.00', null, { reward: true }),
      line('100.00', null, { countyId: world.shuangbai.id, reward: true }),
    ];
    const twice = await create({ ...total, lines: [...shares, shares[0]] });
    expect([twice.status, codesOf(twice.json)]).toEqual([422, ['batch.lineTwice']]);
    expect((await create({ ...total, lines: [{ ...shares[0], countyId: world.prefectureId }] })).status).toBe(404);
    const batch = await made({ ...total, lines: shares });
    expect(batch.items.map(({ county, reward, amount }) => [county.name, reward, amount])).toEqual([
      ['禄丰市', true, '200.00'],
      ['双柏县', true, '100.00'],
    ]);
    expect(batch).toMatchObject({ placed: '300.00', reward: '300.00', status: 'draft' });
  });

  test('a project of another county, of another year, withdrawn, or twice is refused with its row', async () => {
    const gone = await fundedProject(world);
    await world.owner.query(`UPDATE project SET status = 'withdrawn' WHERE id = $1`, [gone.id]);
    const batch = await made();
    const wrong = [line('1', foreign, { countyId: world.lufeng.id }), line('1', gone), line('1'), line('1')];
    expect((await setLines(batch, wrong)).json.reasons).toMatchObject([
      { code: 'batch.projectElsewhere', field: 'lines.0.projectId' },
      { code: 'batch.withdrawn', field: 'lines.1.projectId' },
      { code: 'batch.lineTwice', field: 'lines.3.projectId' },
    ]);
    expect((await setLines(batch, [line('1', null, { countyId: world.prefectureId })])).status).toBe(404);
  });

  test('by the plan: in proportion to the gaps of the projects in the plan, never above them', async () => {
    const suggest = async (batch: BatchDetail, amount?: string) =>
      (await ask('POST', suggestRoute.POST, 'prefectureBureau', { id: batch.id }, { body: amount ? { amount } : {} }))
        .json;
    const batch = await made({ total: '1000.01' });
    const of = (answer: Json) => answer.items.map((one: Json) => [one.name, one.amount]);
    expect(of(await suggest(batch, '100.01'))).toEqual([
      ['近的', '25.00'],
      ['远的', '50.01'],
      ['双柏的', '25.00'],
    ]);
    expect(of(await suggest(batch))).toEqual([
      ['近的', '250.00'],
      ['远的', '500.01'],
      ['双柏的', '250.00'],
    ]);
    const more = await suggest(batch, '1500.00');
    expect(more).toMatchObject({ left: '300.00', planned: true });
    expect(of(more)[1]).toEqual(['远的', '600.00']);
  });
});

describe('issuing', () => {
  test('says every reason; then posts one entry a line, the reward as local money, and stays', async () => {
    let batch = await made({ total: '100.00' });
    expect(codesOf((await issue(batch)).json)).toEqual(['batch.noLines']);
    batch = (await setLines(batch, [line('60.00'), line('30.00', near), line('9.99', near, { reward: true })])).json;
    expect((await issue(batch)).json.reasons).toMatchObject([{ code: 'batch.short', params: { rest: '0.01' } }]);
    batch = (await setLines(batch, [line('60.00'), line('30.00', near), line('10.00', near, { reward: true })])).json;
    const issued = await issue(batch);
    expect(issued.status).toBe(200);
    expect(issued.json.items.map((one: Json) => [one.amount, one.entry.voucherNo])).toEqual([
      ['60.00', `${batch.documentNo}-1`],
      ['30.00', `${batch.documentNo}-2`],
      ['10.00', `${batch.documentNo}-3`],
    ]);
    expect(await balances('project_id = $1', [near.id])).toEqual([
      'central//receivable 3000',
      'local/reward/receivable 1000',
    ]);
    expect(await balances('project_id IS NULL AND county_id = $1', [world.lufeng.id])).toEqual(['central//pool 6000']);
    expect(codesOf((await setLines(issued.json, [])).json)).toEqual(['batch.issued']);
    expect(codesOf((await issue(issued.json)).json)).toEqual(['batch.issuedAlready']);
  });

  test('a county sees of it what is its own, and may not issue', async () => {
    let batch = await made({ total: '30.00' });
    batch = (await setLines(batch, [line('10.00', near), line('20.00', foreign)])).json;
    expect((await issue(batch, 'lufengClerk')).status).toBe(403);
    expect((await issue(batch)).status).toBe(200);
    const seen = (await ask('GET', batchRoute.GET, 'lufengFinance', { id: batch.id })).json;
    expect(seen).toMatchObject({ whole: false, total: '10.00', placed: '10.00', lines: 1 });
    expect(seen.items.map((one: Json) => one.project.name)).toEqual(['近的']);
    const list: BatchAnswer[] = (await ask('GET', batchesRoute.GET, 'shuangbaiClerk', {})).json.items;
    expect(list.map(({ id, total }) => [id, total])).toEqual([[batch.id, '20.00']]);
    const paper = await world.call(docxRoute.GET, { as: 'lufengFinance', params: { id: batch.id } });
    expect([paper.status, paper.headers.get('content-type')?.includes('wordprocessingml')]).toEqual([200, true]);
  });

  test('by two at once: once', async () => {
    let batch = await made({ total: '5.00' });
    batch = (await setLines(batch, [line('5.00', far)])).json;
    const both = await Promise.all([issue(batch), issue(batch, 'prefectureBureau2'), issue(batch)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422, 422]);
    expect(await balances('project_id = $1', [far.id])).toEqual(['central//receivable 500']);
  });

  test('batches of one document number their lines through, and two at once do not take the same number', async () => {
    const shared = { documentNo: '楚财建〔2020〕共用号', total: '1.00' };
    const kinds = [
      { source: 'central' },
      { source: 'local', kind: 'province' },
      { source: 'local', kind: 'prefecture' },
    ];
    const drafts = await Promise.all(kinds.map((kind) => made({ ...shared, ...kind })));
    const ready: BatchDetail[] = [];
    for (const draft of drafts) ready.push((await setLines(draft, [line('1.00', unplanned)])).json);
    const issued = await Promise.all(ready.map((batch) => issue(batch)));
    expect(issued.flatMap(({ json }) => json.items.map((one: Json) => one.entry.voucherNo)).toSorted()).toEqual(
      [1, 2, 3].map((no) => `${shared.documentNo}-${no}`),
    );
  });

  test('withdrawn since: nothing of the batch is posted', async () => {
    const leaving = await fundedProject(world);
    let batch = await made({ total: '3.00' });
    batch = (await setLines(batch, [line('1.00', leaving), line('2.00', null, { countyId: world.shuangbai.id })])).json;
    await world.owner.query(`UPDATE project SET status = 'withdrawn' WHERE id = $1`, [leaving.id]);
    expect(codesOf((await issue(batch)).json)).toEqual(['batch.withdrawn']);
    expect(await balances('county_id = $1 AND project_id IS NULL', [world.shuangbai.id])).toEqual([]);
  });
});

test('a line is taken back by the prefecture alone, with a reason, once, while the money is there', async () => {
  const project = await fundedProject(world);
  let batch = await made({ total: '8.00' });
  batch = (await issue((await setLines(batch, [line('8.00', project)])).json)).json;
  const [row] = batch.items;
  const params = { id: batch.id, lineId: row?.id ?? '' };
  const back = (as: Person, body: object = { ...DAY, voucherNo: `冲-${batch.documentNo}` }) =>
    ask('POST', reverseRoute.POST, as, params, { body });
  expect((await back('lufengClerk')).status).toBe(403);
  const byCounty = await ask(
    'POST',
    entryReverseRoute.POST,
    'lufengClerk',
    { id: row?.entry?.id ?? '' },
    {
      body: { ...DAY, voucherNo: '冲-1' },
    },
  );
  expect(codesOf(byCounty.json)).toEqual(['fund.ofPrefecture']);
  expect(codesOf((await back('prefectureBureau', { entryOn: DAY.entryOn, voucherNo: '冲-2' })).json)).toEqual([
    'input.required',
  ]);
  expect((await back('prefectureBureau')).status).toBe(201);
  expect(await balances('project_id = $1', [project.id])).toEqual([]);
  expect(codesOf((await back('prefectureBureau', { ...DAY, voucherNo: '冲-3' })).json)).toContain(
    'fund.reversedAlready',
  );
  const seen = (await ask('GET', batchRoute.GET, 'prefectureBureau', { id: batch.id })).json;
  expect(seen.items[0].reversed).toMatchObject({ note: DAY.note });
  expect(
    (
      await ask(
        'POST',
        reverseRoute.POST,
        'prefectureBureau',
        { ...params, id: near.id },
        { body: { ...DAY, voucherNo: '冲-4' } },
      )
    ).status,
  ).toBe(404);
});
