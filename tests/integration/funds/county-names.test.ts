import { afterAll, beforeAll, expect, test } from 'vitest';
import * as batchRoute from '@/app/api/v1/funds/batches/[id]/route';
import * as entriesRoute from '@/app/api/v1/funds/entries/route';
import * as idleRoute from '@/app/api/v1/funds/idle/route';
import * as paceRoute from '@/app/api/v1/funds/pace/route';
import * as shortagesRoute from '@/app/api/v1/funds/shortages/route';
import * as projectRoute from '@/app/api/v1/projects/[id]/route';
import { withReader } from '@/lib/server/db/with-reader';
import { entryDetail, paymentOrders } from '@/lib/server/funds/queries';
import { projectFilters } from '@/lib/server/projects/filters';
import { fundedProject, movedRow, paidRow, yearOf } from '../../support/fund-rows';
import type { ProjectMade } from '../../support/project-rows';
import { insert, makeWorld, type World } from '../../support/world';

let world: World;
let near: ProjectMade;
let far: ProjectMade;
let batchId = '';

/** Lufeng has an English name, Shuangbai has none. */
beforeAll(async () => {
  world = await makeWorld();
  const { owner, actors, lufeng, shuangbai } = world;
  await owner.query(`UPDATE unit SET name_en = CASE id WHEN $1 THEN 'Lufeng' END WHERE id IN ($1, $2)`, [
    lufeng.id,
    shuangbai.id,
  ]);
  near = await fundedProject(world, { name: '近的', plan: { central: 500 }, contractSum: 600 });
  far = await fundedProject(world, { county: 'shuangbai', name: '远的', plan: { central: 500 }, contractSum: 600 });
  for (const [project, county] of [[near, lufeng] as const, [far, shuangbai] as const])
    for (const movement of ['allocated', 'received'] as const)
      await movedRow(world, county, { projectId: project.id, movement, amount: 300, on: '2020-01-02' });
  await paidRow(world, near, { amount: 100, on: '2020-01-03' });
  const contract = (await owner.query<{ id: string }>('SELECT id FROM contract WHERE project_id = $1', [near.id]))
    .rows[0];
  await insert(owner, 'payment_order', {
    ...{ project_id: near.id, county_id: lufeng.id, contract_id: contract?.id, source: 'central', earmark: 'general' },
    ...{ amount: '1000', items: JSON.stringify([{ item: '', amount: '1000' }]), payee: '建工', purpose: '进度款' },
    ...{ pay_on: '2020-03-02', voucher_no: '申-1', created_by: actors.lufengFinance.accountId },
  });
  const by = { created_by: actors.prefectureBureau.accountId };
  batchId = await insert(owner, 'fund_batch', {
    ...{ prefecture_id: world.prefectureId, programme_year_id: await yearOf(world), document_no: '楚财建〔2020〕1号' },
    ...{ document_on: '2020-03-20', title: '下达', source: 'central', earmark: 'general', total: '2000', ...by },
  });
  for (const { id, countyId } of [near, far])
    await insert(owner, 'fund_batch_line', {
      ...{ batch_id: batchId, county_id: countyId, project_id: id, reward: false, amount: '1000', ...by },
    });
});
afterAll(() => world.end());

type Named = { name: string; nameEn: string | null };
const LUFENG = { name: '禄丰市', nameEn: 'Lufeng' };
const SHUANGBAI = { name: '双柏县', nameEn: null };
const ask = async <T>(handler: typeof idleRoute.GET, params: Record<string, string> = {}) =>
  (await world.call(handler, { as: 'prefectureBureau', params })).json as T;

test.each([
  ['idle money', idleRoute.GET],
  ['shortages', shortagesRoute.GET],
  ['entries', entriesRoute.GET],
])('%s: each county with its English name, or with none', async (_, handler) => {
  const { items } = await ask<{ items: { county: Named }[] }>(handler);
  const names = new Map(items.map(({ county: { name, nameEn } }) => [name, nameEn]));
  expect(names).toEqual(
    new Map([
      [LUFENG.name, 'Lufeng'],
      [SHUANGBAI.name, null],
    ]),
  );
});

test('the pace, the lines of a batch and the head of a project as well', async () => {
  const { items: paces } = await ask<{ items: { county: Named }[] }>(paceRoute.GET);
  expect(paces.map(({ county }) => county)).toEqual(
    expect.arrayContaining([expect.objectContaining(LUFENG), expect.objectContaining(SHUANGBAI)]),
  );
  const { items } = await ask<{ items: { county: Named; project: { name: string } }[] }>(batchRoute.GET, {
    id: batchId,
  });
  expect(items).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ county: expect.objectContaining(LUFENG) }),
      expect.objectContaining({ county: expect.objectContaining(SHUANGBAI) }),
    ]),
  );
  expect(await ask(projectRoute.GET, { id: near.id })).toMatchObject({ county: LUFENG });
  expect(await ask(projectRoute.GET, { id: far.id })).toMatchObject({ county: SHUANGBAI });
});

test('a voucher, requests for payment and what lists are narrowed by', async () => {
  const actor = world.actors.prefectureBureau;
  const { rows } = await world.owner.query<{ id: string }>(
    `SELECT id FROM ledger_entry WHERE project_id = $1 AND kind = 'received'`,
    [near.id],
  );
  const [entry, orders, filters] = await withReader(actor, async (reader) => [
    await entryDetail(reader, actor, rows[0]?.id ?? ''),
    await paymentOrders(reader, actor, { projectId: near.id }),
    await projectFilters(reader, actor),
  ]);
  expect(entry).toMatchObject({ county: LUFENG });
  expect(orders.map(({ county }) => county)).toMatchObject([LUFENG]);
  expect(filters.counties).toMatchObject([LUFENG, SHUANGBAI]);
});
