import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as decisions from '@/app/api/v1/imports/[id]/decisions/route';
import * as mapping from '@/app/api/v1/imports/[id]/mapping/route';
import * as one from '@/app/api/v1/imports/[id]/route';
import * as undo from '@/app/api/v1/imports/[id]/undo/route';
import { applyImport } from '@/lib/server/imports/apply-import';
import { metaSheet, realList, workbookOf } from '@/tests/support/sheets';
import { makeWorld, type World } from '@/tests/support/world';
import { clerkOf, exportedSurvey } from './imports';

let world: World;
let clerk: ReturnType<typeof clerkOf>;
beforeAll(async () => {
  world = await makeWorld();
  clerk = clerkOf(world, 'lufengClerk');
});
afterAll(() => world.end());

const survey = () =>
  workbookOf({
    ...metaSheet('532302', '禄丰市'),
    小区: [
      ['小区名称*', '建成年份', '建筑面积（㎡）', '合法产权', '地址'],
      ['示例小区（此行不导入）', 1996, 1, '是', null],
      ['文化路小区', '1998年', '约 13000平方米', '√', '=1+1'],
      [],
      ['农机厂家属院', '１９８９', '1.3万㎡', '有', null],
    ],
    楼栋: [
      ['小区名称*', '楼栋*', '层数', '建筑面积（㎡）'],
      ['文化路小区', '1栋', 6, 6500],
      ['农机厂家属院', '1栋', 5, 13000],
    ],
    户: [
      ['小区名称*', '楼栋*', '单元', '房号*', '专有面积（㎡）', '业主姓名', '联系电话'],
      ['文化路小区', '1栋', '1单元', '101', 88.33, '张小明、李四', '13800000000、-'],
      ['农机厂家属院', '1栋', '1单元', '202', '90.5', '县农机厂', null],
    ],
  });

const count = async (sql: string) => Number((await world.owner.query<{ n: string }>(sql)).rows[0]?.n);

const exported = (unmasked = false) => exportedSurvey(world.actors.lufengClerk, world.lufeng.id, unmasked);

describe('a survey goes in', () => {
  let batchId = '';
  it('is read cell by cell: example and blank rows are no records, row numbers stay true', async () => {
    const read = await clerk.upload(await survey());
    batchId = read.id;
    expect(read.refusal).toEqual([]);
    expect(read.status).toBe('previewed');
    expect(read.counts).toEqual({ compound: { new: 2 }, building: { new: 2 }, household: { new: 2 } });
    const compounds = await clerk.rows(batchId, '&entity=compound');
    expect(compounds.map((row) => [row.rowNo, row.values.statedFloorArea])).toEqual([
      [3, '13000.00'],
      [5, '13000.00'],
    ]);
    expect(compounds[0]?.values.address).toBe('=1+1');
    const found = await clerk.findings(batchId);
    expect(found.find((one) => one.code === 'cell.approximate')?.cell).toBe('C3');
    expect(found.every((one) => !one.message.startsWith('reasons.'))).toBe(true);
  });

  it('is written whole, after the clerk confirmed; of two who confirm, one does', async () => {
    const [first, second] = await Promise.all([clerk.confirm(batchId), clerk.confirm(batchId)]);
    expect([first.status, second.status].sort()).toEqual([202, 409]);
    const applied = await clerk.apply(batchId);
    expect(applied.status).toBe('applied');
    expect(await count(`SELECT count(*) AS n FROM compound WHERE status = 'active'`)).toBe(2);
    expect(await count(`SELECT count(*) AS n FROM owner WHERE status = 'active'`)).toBe(3);
    expect(await count('SELECT households AS n FROM compound_total ORDER BY households LIMIT 1')).toBe(1);
    expect(await count(`SELECT count(*) AS n FROM compound WHERE eligibility = 'incomplete'`)).toBe(2);
    await applyImport({ batchId, accountId: clerk.accountId });
    expect(await count('SELECT count(*) AS n FROM household')).toBe(2);
  });

  it('uploaded once more changes nothing', async () => {
    const again = await clerk.upload(await survey());
    expect(again.counts).toEqual({
      compound: { unchanged: 2 },
      building: { unchanged: 2 },
      household: { unchanged: 2 },
    });
    expect((await clerk.confirm(again.id)).status).toBe(422);
  });

  it('what comes out goes in again unchanged, masked and in clear', async () => {
    for (const unmasked of [false, true]) {
      const again = await clerk.upload(await exported(unmasked));
      expect(await clerk.rows(again.id, '&action=changed')).toEqual([]);
      expect(again.counts).toEqual({
        compound: { unchanged: 2 },
        building: { unchanged: 2 },
        household: { unchanged: 2 },
      });
      expect(again.errors).toBe(0);
    }
  });

  it("another county's clerk finds no such import", async () => {
    expect((await world.call(one.GET, { as: 'shuangbaiClerk', params: { id: batchId } })).status).toBe(404);
    expect((await world.call(one.GET, { as: 'lufengCommunity', params: { id: batchId } })).status).toBe(403);
  });

  it('is taken back as one action, while nothing else was built on it', async () => {
    const body = { reason: '传错了文件' };
    const options = { as: 'lufengClerk', method: 'POST', params: { id: batchId }, body } as const;
    await world.owner.query(
      `UPDATE building SET remarks = '改过', version = version + 1 WHERE name = '1栋' AND compound_id = (SELECT id FROM compound WHERE name = '文化路小区')`,
    );
    const refused = await world.call(undo.POST, options);
    expect(refused.status).toBe(422);
    await world.owner.query(`UPDATE building SET version = 1`);
    expect((await world.call(undo.POST, options)).status).toBe(200);
    expect(await count(`SELECT count(*) AS n FROM compound WHERE status = 'active'`)).toBe(0);
    expect(await count(`SELECT count(*) AS n FROM household WHERE status = 'active'`)).toBe(0);
    expect(await count('SELECT count(*) AS n FROM compound')).toBe(2);
  });
});

describe('a list that is not our template', () => {
  it('is proposed, agreed, read, and remembered for the county', async () => {
    const asked = await clerk.upload(await realList(), '天长市2021年计划表.xlsx');
    expect(asked.status).toBe('mapping');
    const sheet = asked.proposal?.sheets[0];
    expect(sheet?.columns.map((column) => column.field)).toEqual([
      null,
      'name',
      'statedHouseholds',
      'statedBuildings',
      'statedFloorArea',
      'plannedInvestment',
      'remarks',
    ]);
    if (!sheet) return;
    const { sheet: name, headerRow, fingerprint, columns } = sheet;
    const agreed = columns.map(({ column, header, field, unit }) => ({ column, header, field, unit }));
    const body = { sheet: name, headerRow, fingerprint, columns: agreed, constants: { legalTitle: '是' } };
    const answer = await world.call(mapping.PUT, { as: 'lufengClerk', method: 'PUT', params: { id: asked.id }, body });
    expect(answer.status).toBe(202);
    const read = await clerk.read(asked.id);
    expect(read.counts).toEqual({ compound: { new: 8 } });
    expect((await clerk.findings(asked.id)).map((one) => [one.code, one.cell])).toContainEqual([
      'cell.approximate',
      'E9',
    ]);
    expect((await clerk.confirm(asked.id)).status).toBe(202);
    expect((await clerk.apply(asked.id)).status).toBe('applied');
    expect(await count(`SELECT stated_households AS n FROM compound WHERE name = '缫丝厂家属区'`)).toBe(100);
    expect(
      await count(`SELECT count(*) AS n FROM compound WHERE status = 'active' AND eligibility = 'incomplete'`),
    ).toBe(8);
    const again = await clerk.upload(await realList(), '天长市2021年计划表.xlsx');
    expect(again.proposal?.remembered?.mapping.columns).toEqual(agreed);
  });

  it('a compound known under another name is asked about, never guessed', async () => {
    const bytes = await workbookOf({
      ...metaSheet('532302', '禄丰市'),
      小区: [
        ['小区名称*', '建成年份'],
        ['五建家属院', 1991],
      ],
      楼栋: [
        ['小区名称*', '楼栋*'],
        ['五建家属院', '3栋'],
      ],
    });
    const asked = await clerk.upload(bytes);
    expect(asked.undecided).toBe(1);
    expect((await clerk.confirm(asked.id)).status).toBe(422);
    const [row] = await clerk.rows(asked.id, '&action=conflict');
    const candidate = row?.decision?.kind === 'match' ? row.decision.candidates[0] : undefined;
    expect(candidate?.name).toBe('五建小区');
    const body = { decisions: [{ entity: 'compound', rowNo: 2, chosen: candidate?.id ?? '' }] };
    const decided = await world.call(decisions.PUT, {
      as: 'lufengClerk',
      method: 'PUT',
      params: { id: asked.id },
      body,
    });
    expect(decided.status).toBe(202);
    const read = await clerk.read(asked.id);
    expect(read.counts).toEqual({ compound: { changed: 1 }, building: { new: 1 } });
    expect((await clerk.confirm(asked.id)).status).toBe(202);
    await clerk.apply(asked.id);
    expect(await count(`SELECT count(*) AS n FROM compound_alias WHERE name = '五建家属院'`)).toBe(1);
    expect((await clerk.upload(bytes)).counts).toEqual({ compound: { unchanged: 1 }, building: { unchanged: 1 } });
  });
});

describe('two people', () => {
  it('somebody saved the record meanwhile: nothing is written, the row asks', async () => {
    const bytes = await exported();
    const clean = await clerk.upload(bytes);
    expect(clean.counts.compound?.changed ?? 0).toBe(0);
    const file = await workbookOf({
      ...metaSheet('532302', '禄丰市'),
      小区: [
        ['小区名称*', '建成年份'],
        ['天阳楼小区', 1995],
      ],
    });
    const read = await clerk.upload(file);
    expect((await clerk.confirm(read.id)).status).toBe(202);
    await world.owner.query(`UPDATE compound SET year_built = 1993, version = version + 1 WHERE name = '天阳楼小区'`);
    const back = await clerk.apply(read.id);
    expect(back.status).toBe('uploaded');
    const anew = await clerk.read(read.id);
    expect(anew.undecided).toBe(1);
    expect(await count(`SELECT year_built AS n FROM compound WHERE name = '天阳楼小区'`)).toBe(1993);
  });
});
