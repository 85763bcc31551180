import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { homeSide, otherCounty } from '../../support/every/side';
import { Stage } from '../../support/every/stage';
import { makeWorld, type World } from '../../support/world';
import { ask, exported, opened, records, sheetOf } from '../exports/support';

let world: World;
const formula = '=HYPERLINK("http://evil.example","<b>点我</b>")';
beforeAll(async () => {
  world = await makeWorld();
  const { rows } = await world.owner.query<{ day: string }>('SELECT anju_today()::text AS day');
  const stage = new Stage(world, rows[0]?.day ?? '');
  await stage.complaints.received(homeSide(world));
  await stage.complaints.received(otherCounty(world));
  await world.owner.query('ALTER TABLE complaint DISABLE TRIGGER complaint_guard');
  await world.owner.query('UPDATE complaint SET content = $1', [formula]);
  await world.owner.query('ALTER TABLE complaint ENABLE TRIGGER complaint_guard');
});
afterAll(() => world.end());

test('what somebody wrote is text in a workbook, whatever a spreadsheet would make of it; no contact is taken away', async () => {
  const workbook = await opened(await exported(world, 'lufengClerk', { kind: 'complaints-list' }));
  const rows = records(sheetOf(workbook, '群众投诉'));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ 内容: formula, 县市: '禄丰市', 事项: '工程质量', 并案件数: 1 });
  expect(JSON.stringify(rows)).not.toContain('13800001234');
  const csv = await exported(world, 'lufengClerk', { kind: 'complaints-list', format: 'csv' });
  expect(parse<Record<string, string>>(csv, { bom: true, columns: true })[0]?.内容).toBe(`'${formula}`);
});

test('a partner of the county takes no complaints away, the prefecture those of its counties', async () => {
  expect((await ask(world, 'lufengFinance', { kind: 'complaints-list' })).status).toBeGreaterThanOrEqual(400);
  const all = await opened(await exported(world, 'prefectureBureau', { kind: 'complaints-list' }));
  expect(
    records(sheetOf(all, '群众投诉'))
      .map(({ 县市 }) => 县市)
      .sort(),
  ).toEqual(['双柏县', '禄丰市']);
});
