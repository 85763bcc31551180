import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as haves from '@/app/api/v1/compounds/[id]/haves/[have]/route';
import * as versions from '@/app/api/v1/compounds/[id]/plans/route';
import * as retireCompound from '@/app/api/v1/compounds/[id]/retire/route';
import * as compoundRoute from '@/app/api/v1/compounds/[id]/route';
import * as files from '@/app/api/v1/files/route';
import * as cells from '@/app/api/v1/plans/[id]/cells/route';
import * as copy from '@/app/api/v1/plans/[id]/copy/route';
import * as differences from '@/app/api/v1/plans/[id]/differences/route';
import * as docx from '@/app/api/v1/plans/[id]/docx/route';
import * as finalize from '@/app/api/v1/plans/[id]/finalize/route';
import * as plan from '@/app/api/v1/plans/[id]/route';
import * as plans from '@/app/api/v1/plans/route';
import type { PlanView } from '@/lib/domain/plans/answers';
import { sumsOf } from '@/lib/domain/plans/cost';
import type { PlanCellInput } from '@/lib/domain/plans/schema';
import type { Handler } from '@/lib/server/define-route';
import { photo } from '@/tests/support/every/stage';
import { type VoteCompound, voteCompound } from '@/tests/support/vote-compound';
import { makeWorld, type Person, type World } from '@/tests/support/world';
import type { Json } from '../../support/asking';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const CLERK: Person = 'lufengClerk';
async function call(handler: Handler, options: Parameters<World['call']>[1] = {}) {
  const answer = await world.call(handler, { as: CLERK, method: 'POST', ...options });
  return { status: answer.status, json: answer.json as Json };
}
const write = (handler: Handler, { id, version }: { id: string; version: number }, body?: object, as: Person = CLERK) =>
  call(handler, { as, params: { id }, body, headers: { 'if-match': `"${version}"` } });

const compound = (households = 16): Promise<VoteCompound> =>
  voteCompound(world.owner, world.lufeng, { households, perBuilding: 8 });
async function draft(of?: VoteCompound, more = {}): Promise<PlanView> {
  const { id } = of ?? (await compound());
  const { status, json } = await call(plans.POST, { body: { compoundId: id, ...more } });
  expect(status, JSON.stringify(json)).toBe(201);
  return json;
}
const save = async (at: PlanView, ...said: PlanCellInput[]): Promise<PlanView> => {
  const { status, json } = await write(cells.POST, at, { cells: said });
  expect(status, JSON.stringify(json)).toBe(200);
  return json;
};
const todo = (buildingId: string | null, item: string, more: Partial<PlanCellInput> = {}): PlanCellInput => ({
  ...{ buildingId, item, answer: 'todo', quantity: '1', unit: '项', unitCost: '100', ...more },
});
const required = ({ items, buildings }: PlanView): PlanCellInput[] =>
  items
    .filter(({ necessity }) => necessity === 'required')
    .flatMap(({ code, scope }) =>
      scope === 'compound' ? [todo(null, code)] : buildings.map(({ id }) => todo(id, code)),
    );
async function picture(n: number): Promise<string> {
  const { status, json } = await call(files.POST, {
    path: '/api/v1/files?purpose=photo',
    rawBody: new Uint8Array(await photo(n)),
    headers: { 'x-file-name': 'a.png' },
  });
  expect(status, JSON.stringify(json)).toBe(201);
  return json.id;
}
const codes = ({ json }: { json: Json }) => json.reasons?.map(({ code }: { code: string }) => code);
const building = ({ buildings }: PlanView, at = 0) => buildings[at]?.id ?? '';

describe('编制改造方案', () => {
  it('从空白到定稿；定稿之后谁也改不动，下一版沿用它的内容', async () => {
    const home = await compound();
    const empty = await draft(home);
    expect(empty).toMatchObject({ no: 1, status: 'draft', sums: { todo: 0, cost: '0.00' } });
    const asked = required(empty);
    const each = asked.filter(({ buildingId }) => buildingId === building(empty)).length;
    expect(empty.unanswered).toHaveLength(asked.length);
    const early = await write(finalize.POST, empty);
    expect(codes(early)).toEqual(['plan.unanswered', 'plan.unanswered', 'plan.unanswered']);
    expect(early.json.reasons[1].message).toContain(`1栋还有 ${each} 项必改内容没有结论：屋面渗漏修缮`);

    const filled = await save(empty, ...asked, todo(building(empty), 'B-I03', { residentPercent: 40 }));
    expect(filled.sums).toEqual({ todo: asked.length + 1, cost: `${asked.length + 1}00.00`, share: '40.00' });
    const final = (await write(finalize.POST, filled)).json as PlanView;
    expect(final).toMatchObject({ status: 'final', finalizedBy: '禄丰市住建局 王丽', unanswered: [] });
    expect(final.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(codes(await write(cells.POST, final, { cells: [todo(null, 'C-I01')] }))).toEqual(['plan.isFinal']);
    // a sum, and a word that no sum depends on
    for (const set of ['cost = 0', "reason = '后来补写'"]) {
      const written = world.owner.query(`UPDATE plan_item SET ${set} WHERE plan_id = $1`, [final.id]);
      const said = await written.then(
        () => `written: ${set}`,
        (error: Error) => error.message,
      );
      expect(said).toBe('a final plan stays');
    }

    const next = await draft(home);
    expect(next).toMatchObject({ no: 2, status: 'draft', sums: filled.sums });
    expect(codes(await call(plans.POST, { body: { compoundId: home.id } }))).toEqual(['plan.draftThere']);
    const changed = await save(next, todo(building(next), 'B-R01', { quantity: '2.5' }), {
      buildingId: building(next),
      item: 'B-I03',
      answer: 'none',
    });
    const { json } = await call(differences.GET, {
      method: 'GET',
      path: `/api/v1/plans/${changed.id}/differences?with=${final.id}`,
      params: { id: changed.id },
    });
    expect(json).toMatchObject({ cost: '50.00', share: '-40.00', before: { no: 1 }, after: { no: 2 } });
    expect(json.items.map(({ where, item, kind }: Json) => [where, item, kind])).toEqual([
      ['1栋', 'B-R01', 'changed'],
      ['1栋', 'B-I03', 'dropped'],
    ]);
    const list = await call(versions.GET, { method: 'GET', params: { id: home.id } });
    expect(list.json.items.map(({ no, status }: Json) => [no, status])).toEqual([
      [2, 'draft'],
      [1, 'final'],
    ]);
  });

  it('一次填写多处：错的每一格都说出来，一格也不写入', async () => {
    const empty = await draft();
    const one = building(empty);
    const answer = await write(cells.POST, empty, {
      cells: [
        todo(one, 'B-R01'),
        todo(one, 'B-R02', { quantity: '-3' }),
        todo(one, 'B-R03', { quantity: '99999999' }),
        { buildingId: one, item: 'B-R04', answer: 'met' },
        { buildingId: one, item: 'B-R05', answer: 'refused' },
        todo(one, 'B-R06', { residentPercent: 10 }),
        todo(one, 'B-R01'),
      ],
    });
    expect(answer.status).toBe(422);
    expect(answer.json.reasons.map(({ code, field }: Json) => [code, field])).toEqual([
      ['plan.quantityNegative', 'cells.1.quantity'],
      ['plan.quantityTooBig', 'cells.2.quantity'],
      ['plan.photoNeeded', 'cells.3.photoFileId'],
      ['plan.reasonNeeded', 'cells.4.reason'],
      ['plan.percentOfRequired', 'cells.5.residentPercent'],
      ['plan.cellTwice', 'cells.6'],
    ]);
    const unreadable = await write(cells.POST, empty, { cells: [todo(one, 'B-R01', { quantity: '一百' })] });
    expect([unreadable.status, codes(unreadable)]).toEqual([400, ['plan.quantityUnreadable']]);
    expect((await call(plan.GET, { method: 'GET', params: { id: empty.id } })).json.version).toBe(1);
  });

  it('数据库保存的合计就是规则算的：四舍五入到分，居民分担逐项算', async () => {
    const empty = await draft();
    const [one, two] = [building(empty), building(empty, 1)];
    const odd = ['0.33', '7.77', '12.5', '1000', '0.01'].map((quantity, at) =>
      todo(at % 2 ? one : two, `B-I0${at + 1}`, { quantity, unitCost: `${at}.${at}7`, residentPercent: 33 + at }),
    );
    const some = await save(empty, ...odd);
    const saved = await save(some, todo(null, 'C-R01', { quantity: '3.33', unitCost: '3.33' }));
    const { rows } = await world.owner.query(
      'SELECT todo_items AS todo, cost::text, resident_share::text AS share FROM compound_plan WHERE id = $1',
      [saved.id],
    );
    const hundredths = (text: string) => text.replace('.', '').replace(/^0+(?=\d)/, '');
    expect(rows[0]).toEqual({
      todo: saved.sums.todo,
      cost: hundredths(saved.sums.cost),
      share: hundredths(saved.sums.share),
    });
    const mine = sumsOf(
      saved.cells.map((cell) => ({
        answer: cell.answer,
        quantity: cell.quantity === null ? null : BigInt(hundredths(cell.quantity)),
        unitCost: cell.unitCost === null ? null : BigInt(hundredths(cell.unitCost)),
        residentPercent: cell.residentPercent,
      })),
    );
    expect([String(mine.cost), String(mine.share)]).toEqual([rows[0].cost, rows[0].share]);
    const parts = [saved.compoundSums, ...saved.buildings].reduce((sum, { cost }) => sum + Number(hundredths(cost)), 0);
    expect(String(parts)).toBe(rows[0].cost);
  });

  it('两个人改同一版：后一个看到前一个写了什么，什么也没有丢', async () => {
    const seen = await draft();
    const first = await save(seen, todo(building(seen), 'B-R01', { quantity: '5' }));
    const late = await write(
      cells.POST,
      seen,
      { cells: [todo(building(seen), 'B-R01', { quantity: '6' }), todo(null, 'C-R01')] },
      'lufengClerk2',
    );
    expect(late.status).toBe(409);
    expect(late.json.conflict.version).toBe(first.version);
    expect(late.json.conflict.theirs.cells).toMatchObject([{ item: 'B-R01', quantity: '5.00' }]);
    expect(late.json.conflict.yours.cells).toMatchObject([{ quantity: '6.00' }, { item: 'C-R01' }]);
  });

  it('复制一栋楼：只填空白，或全部替换；已达标的不复制', async () => {
    const empty = await draft();
    const [one, two] = [building(empty), building(empty, 1)];
    const filled = await save(
      empty,
      todo(one, 'B-R01', { quantity: '9' }),
      { buildingId: one, item: 'B-R02', answer: 'met', photoFileId: await picture(1) },
      todo(two, 'B-R01', { quantity: '4' }),
      todo(two, 'B-I01'),
    );
    const fill = await write(copy.POST, filled, { from: one, to: [two], mode: 'fill' });
    expect(fill.json).toMatchObject({ copied: 0, notCopied: 1, plan: { version: filled.version } });
    const replace = await write(copy.POST, filled, { from: one, to: [two], mode: 'replace' });
    expect(replace.json.copied).toBe(2);
    const cellOf = (item: string) =>
      replace.json.plan.cells.find((cell: Json) => cell.item === item && cell.buildingId === two);
    expect(cellOf('B-R01')).toMatchObject({ answer: 'todo', quantity: '9.00' });
    expect(cellOf('B-I01').answer).toBe('none');
    expect(codes(await write(copy.POST, replace.json.plan, { from: one, to: [one] }))).toEqual(['plan.copyToItself']);
  });

  it('后来登记的楼栋也要有结论；停用的楼栋要清空', async () => {
    const home = await compound();
    const empty = await draft(home);
    const filled = await save(empty, ...required(empty));
    await world.owner.query(
      `INSERT INTO building (compound_id, county_id, name, sort_key) VALUES ($1, $2, '9栋', '0009')`,
      [home.id, world.lufeng.id],
    );
    await world.owner.query(
      `UPDATE building SET status = 'retired', retired_at = anju_now(), retired_reason = '拆除' WHERE id = $1`,
      [home.buildingIds[1]],
    );
    const late = await write(finalize.POST, filled);
    expect(late.json.reasons.map(({ code, params }: Json) => [code, params.where, params.count])).toEqual([
      ['plan.unanswered', '9栋', 10],
      ['plan.leftAtRetired', '2栋', 10],
    ]);
  });

  it('停用的小区、不符合的小区不能编制；停用后草稿也不能再改', async () => {
    const home = await compound();
    const seen = await draft(home);
    await world.owner.query(`UPDATE compound SET eligibility = 'ineligible' WHERE id = $1`, [home.id]);
    const { json } = await call(compoundRoute.GET, { method: 'GET', params: { id: home.id } });
    await write(retireCompound.POST, { id: home.id, version: json.version }, { reason: '已经拆除' });
    expect(codes(await call(plans.POST, { body: { compoundId: home.id } }))).toEqual([
      'plan.compoundRetired',
      'plan.ineligible',
      'plan.draftThere',
    ]);
    expect(codes(await write(cells.POST, seen, { cells: [todo(null, 'C-R01')] }))).toEqual(['plan.compoundRetired']);
  });

  it('外县市的方案等于没有；街道、社区和州只读', async () => {
    const seen = await draft();
    const read = (as: Person) => call(plan.GET, { as, method: 'GET', params: { id: seen.id } });
    expect((await read('shuangbaiClerk')).status).toBe(404);
    expect((await write(cells.POST, seen, { cells: [todo(null, 'C-R01')] }, 'shuangbaiClerk')).status).toBe(404);
    expect((await call(plans.POST, { as: 'shuangbaiClerk', body: { compoundId: seen.compound.id } })).status).toBe(404);
    for (const as of ['lufengTown', 'lufengCommunity', 'prefectureBureau'] as const)
      expect([as, (await read(as)).status]).toEqual([as, 200]);
    expect((await read('lufengCommunity2')).status).toBe(404);
    expect((await write(finalize.POST, seen, undefined, 'lufengTown')).status).toBe(403);
    expect((await read('lufengEntity')).status).toBe(404);
  });

  it('六有凭照片确认；清单先列已通过第一次征求意见、还没有方案的', async () => {
    const home = await compound();
    const put = (body: object) => call(haves.PUT, { method: 'PUT', params: { id: home.id, have: 'culture' }, body });
    expect(codes(await put({ attested: true }))).toEqual(['plan.havePhotoNeeded']);
    const photoFileId = await picture(2);
    const { json } = await put({ attested: true, photoFileId, note: '文化墙' });
    expect(json.items.find(({ code }: Json) => code === 'culture')).toMatchObject({ attested: true, photoFileId });
    const list = (query: string) => call(plans.GET, { method: 'GET', path: `/api/v1/plans?${query}` });
    const none = await list('state=none&limit=200');
    expect(none.json.items.map((line: Json) => line.compound.id)).toContain(home.id);
    await draft(home);
    const lines = (await list('state=draft&ready=no&limit=200')).json.items;
    expect(lines.find((line: Json) => line.compound.id === home.id)).toMatchObject({
      ...{ plan: { no: 1, status: 'draft' }, buildings: 2, roundOnePassed: false },
    });
    expect((await list('state=final&q=nowhere')).json).toEqual({ items: [], total: 0 });
  });

  it('方案的 Word 文件', async () => {
    const seen = await draft();
    const answer = await world.call(docx.GET, { as: CLERK, params: { id: seen.id } });
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.response.arrayBuffer());
    expect([bytes[0], bytes[1]]).toEqual([0x50, 0x4b]);
  });
});
