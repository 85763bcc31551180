import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as cells from '@/app/api/v1/plans/[id]/cells/route';
import * as workbook from '@/app/api/v1/plans/[id]/workbook/route';
import * as exported from '@/app/api/v1/plans/[id]/workbook.xlsx/route';
import * as plans from '@/app/api/v1/plans/route';
import type { PlanSheetAnswer, PlanView } from '@/lib/domain/plans/answers';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { voteCompound } from '@/tests/support/vote-compound';
import { makeWorld, type World } from '@/tests/support/world';
import type { Json } from '../../support/asking';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const as = 'lufengClerk';
const matched = (version: number) => ({ 'if-match': `"${version}"` });

const itemsOf = (scope: string) => chuxiong2020.menu.filter((item) => item.scope === scope).length;

async function filled(): Promise<PlanView> {
  const { id: compoundId } = await voteCompound(world.owner, world.lufeng, { households: 16 });
  const made = (await world.call(plans.POST, { as, method: 'POST', body: { compoundId } })).json as PlanView;
  const one = made.buildings[0]?.id ?? null;
  const said = [
    {
      buildingId: one,
      item: 'B-R01',
      answer: 'todo',
      quantity: '12.5',
      unit: '㎡',
      unitCost: '1200.55',
      payer: 'central',
    },
    { buildingId: one, item: 'B-R02', answer: 'refused', reason: '=1+1 三户不同意' },
    {
      buildingId: null,
      item: 'C-R06',
      answer: 'todo',
      quantity: '800',
      unit: 'm',
      unitCost: '35',
      method: 'underground',
    },
    {
      buildingId: null,
      item: 'C-I01',
      answer: 'todo',
      quantity: '4',
      unit: '个',
      unitCost: '999.99',
      residentPercent: 25,
    },
  ];
  const params = { id: made.id };
  const headers = matched(made.version);
  const answer = await world.call(cells.POST, { as, method: 'POST', params, headers, body: { cells: said } });
  expect(answer.status, JSON.stringify(answer.json)).toBe(200);
  return answer.json;
}

async function bookOf({ id }: PlanView): Promise<ExcelJS.Workbook> {
  const answer = await world.call(exported.GET, { as, params: { id } });
  expect(answer.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.response.arrayBuffer());
  return book;
}

async function send({ id }: PlanView, book: ExcelJS.Workbook): Promise<PlanSheetAnswer> {
  const answer = await world.call(workbook.POST, {
    as,
    method: 'POST',
    params: { id },
    rawBody: new Uint8Array(await book.xlsx.writeBuffer()),
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('方案.xlsx') },
  });
  expect(answer.status, JSON.stringify(answer.json)).toBe(200);
  return answer.json;
}

const sheet = (book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const found = book.getWorksheet(name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

describe('方案的 Excel 表', () => {
  it('导出再传回：什么也不改变；像公式的文字仍是文字', async () => {
    const plan = await filled();
    const book = await bookOf(plan);
    expect(sheet(book, '楼栋').getCell('M3').value).toBe('=1+1 三户不同意');
    const answer = await send(plan, book);
    expect([answer.changes, answer.findings]).toEqual([[], []]);
    expect(answer.same).toBe(plan.buildings.length * itemsOf('building') + itemsOf('compound'));
    expect(answer.cost.before).toBe(answer.cost.after);
  });

  it('填好的表：先看会改变什么，确认后一次写入', async () => {
    const plan = await filled();
    const book = await bookOf(plan);
    const page = sheet(book, '楼栋');
    page.getCell('G2').value = '２０';
    page.getCell('F4').value = '改造';
    page.getCell('G4').value = { formula: '5*2', result: 10 };
    page.getCell('I4').value = '1,000';
    const answer = await send(plan, book);
    expect(answer.findings).toEqual([]);
    expect(answer.changes.map(({ where, item, after }) => [where, item, after.quantity, after.cost])).toEqual([
      ['1栋', '屋面渗漏修缮', '20.00', '24011.00'],
      ['1栋', '建筑悬挂物处理', '10.00', '10000.00'],
    ]);
    const said = answer.changes.map(({ after: { cost: _, share: __, ...cell } }) => cell);
    const taken = await world.call(cells.POST, {
      ...{ as, method: 'POST', params: { id: plan.id }, body: { cells: said } },
      headers: { ...matched(answer.version), 'idempotency-key': `${answer.key}-1` },
    });
    expect(taken.status, JSON.stringify(taken.json)).toBe(200);
    expect((taken.json as Json).sums.cost).toBe(answer.cost.after);
    const late = await world.call(cells.POST, {
      ...{ as, method: 'POST', params: { id: plan.id }, body: { cells: said }, headers: matched(answer.version) },
    });
    expect(late.status).toBe(409);
  });

  it('乱填的表：每个问题指到工作表和格子', async () => {
    const plan = await filled();
    const book = await bookOf(plan);
    const [page, own] = [sheet(book, '楼栋'), sheet(book, '小区')];
    page.getCell('A2').value = '88栋';
    page.getCell('F3').value = '看情况';
    page.getCell('G4').value = -5;
    page.getCell('F4').value = '改造';
    page.getCell('F5').value = '已达标';
    own.getCell('K2').value = '';
    own.getCell('E2').value = '无法实施';
    const { findings, errors } = await send(plan, book);
    expect(findings.map(({ sheet: name, cell, code }) => [name, cell, code])).toEqual([
      ['小区', 'L2', 'plan.reasonNeeded'],
      ['楼栋', 'A2', 'plan.sheetBuilding'],
      ['楼栋', 'F3', 'cell.choice'],
      ['楼栋', 'G4', 'plan.quantityNegative'],
      ['楼栋', 'F5', 'plan.photoNeeded'],
    ]);
    expect(errors).toBe(5);
    expect(findings[1]?.message).toBe('“88栋”不是这个小区在用的楼栋。在用的楼栋有：1栋、2栋。请改正。');
  });
});
