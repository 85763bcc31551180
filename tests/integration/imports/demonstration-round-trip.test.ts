import ExcelJS from 'exceljs';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTITIES, type Entity } from '@/lib/domain/imports/fields';
import { headerKey, ID_HEADER } from '@/lib/domain/imports/template';
import type { Actor } from '@/lib/server/actor';
import { withActor } from '@/lib/server/db/with-actor';
import { applyImport } from '@/lib/server/imports/apply-import';
import { confirmImport, decideRows } from '@/lib/server/imports/commands';
import { readImport } from '@/lib/server/imports/read-import';
import { uploadImport } from '@/lib/server/imports/upload';
import { jobActor } from '@/lib/server/jobs/job-actor';
import { type Demonstration, openDemonstration } from '../../support/demonstration';
import { metaSheet, workbookOf } from '../../support/sheets';
import { exportedSurvey } from './imports';

const LUFENG = '532302';
let demonstration: Demonstration;
let owner: pg.Client;
let actor: Actor;
let countyId: string;

beforeAll(async () => {
  demonstration = await openDemonstration(null);
  owner = demonstration.owner;
  countyId = (await rows<{ id: string }>('SELECT id FROM unit WHERE code = $1', [LUFENG]))[0]?.id ?? '';
  const [account] = await rows<{ id: string }>(`SELECT id FROM account WHERE username = 'lufeng.zjj1'`);
  actor = await jobActor(account?.id ?? '', 'round-trip');
}, 240_000);
afterAll(() => demonstration.end());

async function rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await owner.query(sql, values)).rows as T[];
}

const exported = (unmasked: boolean) => exportedSurvey(actor, countyId, unmasked);

async function read(bytes: Uint8Array): Promise<string> {
  const request = new Request('http://127.0.0.1/api/v1/imports', { method: 'POST', body: Buffer.from(bytes) });
  const answer = await uploadImport(actor, request, { name: '摸底表.xlsx', idempotencyKey: null });
  const { id } = (answer as { value: { id: string } }).value;
  await readImport({ batchId: id, accountId: actor.accountId });
  return id;
}

/** Rows typed below the last one of the exported sheets, cells by header. */
async function withRows(file: Buffer, more: Record<string, Record<string, string | number>[]>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as unknown as ExcelJS.Buffer, { ignoreNodes: ['dataValidations'] });
  for (const [name, added] of Object.entries(more)) {
    const sheet = book.getWorksheet(name);
    const columns = new Map<string, number>();
    sheet?.getRow(1).eachCell((cell, column) => columns.set(headerKey(cell.value), column));
    for (const cells of added) {
      const row = sheet?.addRow([]);
      for (const [header, value] of Object.entries(cells))
        if (row) row.getCell(columns.get(headerKey(header)) ?? 0).value = value;
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const counted = async (id: string) =>
  (await rows<{ counts: unknown }>('SELECT counts FROM import_batch WHERE id = $1', [id]))[0]?.counts;
const findings = (id: string, level = 'error') =>
  rows<{ code: string; cell: string; params: Record<string, string> }>(
    'SELECT code, cell, params FROM import_finding WHERE batch_id = $1 AND level = $2 ORDER BY seq',
    [id, level],
  );
const different = (id: string) =>
  rows(
    `SELECT entity, row_no, action, changes FROM import_row WHERE batch_id = $1 AND action <> 'unchanged' ORDER BY entity, row_no LIMIT 20`,
    [id],
  );

/** What the register holds of the county, as an import counts it. */
async function register(): Promise<Record<Entity, { unchanged: number }>> {
  const [held] = await rows<Record<Entity, number>>(
    `SELECT count(*)::int AS compound, sum(registered_buildings)::int AS building, sum(registered_households)::int AS household
     FROM compound_total t JOIN compound c ON c.id = t.compound_id WHERE c.county_id = $1 AND c.status = 'active'`,
    [countyId],
  );
  const unchanged = (entity: Entity) => ({ unchanged: held?.[entity] ?? 0 });
  return { compound: unchanged('compound'), building: unchanged('building'), household: unchanged('household') };
}

async function apply(id: string): Promise<string> {
  const answer = await withActor(actor, (tx) => confirmImport(tx, actor, id));
  expect(answer).toMatchObject({ ok: true });
  await applyImport({ batchId: id, accountId: actor.accountId });
  return (await rows<{ status: string }>('SELECT status FROM import_batch WHERE id = $1', [id]))[0]?.status ?? '';
}

describe('what comes out goes in again unchanged', () => {
  it('two compounds of one name, bodies as owners and joint owners are among it', async () => {
    expect(await twins()).toHaveLength(2);
    const [held] = await rows<{ bodies: number; joint: number }>(
      `SELECT count(*) FILTER (WHERE o.kind = 'body')::int AS bodies, count(*) FILTER (WHERE x.position = 2)::int AS joint
       FROM household_owner x JOIN owner o ON o.id = x.owner_id WHERE x.county_id = $1`,
      [countyId],
    );
    expect(held?.bodies).toBeGreaterThan(100);
    expect(held?.joint).toBeGreaterThan(100);
  });

  it.each([
    ['masked', false],
    ['in clear', true],
  ])('%s', async (_, unmasked) => {
    const id = await read(await exported(unmasked));
    expect(await findings(id)).toEqual([]);
    expect(await findings(id, 'warning')).toEqual([]);
    expect(await different(id)).toEqual([]);
    expect(await counted(id)).toEqual(await register());
  });

  it('a dwelling of two bodies and one of a person and a body too', async () => {
    const [home] = await rows<{ cells: string[] }>(
      `SELECT array[c.name, b.name, h.unit_no, h.room, o.name_masked || '、禄丰县供销社', '单位'] AS cells
       FROM household_owner x JOIN owner o ON o.id = x.owner_id JOIN household h ON h.id = x.household_id JOIN building b ON b.id = h.building_id
       JOIN compound c ON c.id = h.compound_id WHERE o.kind = 'body' AND h.county_id = $1 AND h.status = 'active' ORDER BY h.id LIMIT 1`,
      [countyId],
    );
    const joined = await read(
      await workbookOf({
        ...metaSheet(LUFENG, '禄丰市'),
        户: [['小区名称', '楼栋', '单元', '房号', '业主姓名', '业主类型'], home?.cells ?? []],
      }),
    );
    expect(await counted(joined)).toEqual({ household: { changed: 1 } });
    expect(await apply(joined)).toBe('applied');
    expect(await rows(`SELECT 1 FROM owner WHERE name_masked = '禄丰县供销社' AND kind = 'body'`)).toHaveLength(1);
    await owner.query(
      `INSERT INTO household_owner (household_id, owner_id, compound_id, county_id, subdistrict_id, community_id, position)
       SELECT h.id, o.id, h.compound_id, h.county_id, h.subdistrict_id, h.community_id, p.position
       FROM (SELECT DISTINCT ON (o.compound_id) o.* FROM owner o WHERE o.kind = 'body' AND o.county_id = $1 ORDER BY o.compound_id, o.id LIMIT 6) o
       CROSS JOIN (VALUES (0), (9)) p (position)
       JOIN LATERAL (SELECT h.* FROM household h WHERE h.compound_id = o.compound_id AND h.status = 'active' AND NOT EXISTS (
         SELECT 1 FROM household_owner y WHERE y.household_id = h.id AND y.owner_id = o.id) ORDER BY h.id LIMIT 1 OFFSET p.position) h ON true`,
      [countyId],
    );
    for (const unmasked of [false, true]) {
      const id = await read(await exported(unmasked));
      expect(await findings(id)).toEqual([]);
      expect(await different(id)).toEqual([]);
    }
  });
});

describe('with rows of the clerk below', () => {
  it('exactly these are new; written, the same file says nothing new', async () => {
    const was = await register();
    const file = await withRows(await exported(false), {
      小区: [{ 小区名称: '凤山路铁路小区', 建成年份: 1992 }],
      楼栋: [1, 2].map((n) => ({ 小区名称: '凤山路铁路小区', 楼栋: `${n}栋` })),
      户: [1, 2, 3].map((n) => ({
        小区名称: '凤山路铁路小区',
        楼栋: '1栋',
        单元: '1单元',
        房号: `${n}01`,
        业主姓名: n === 3 ? '禄丰铁路工务段' : '张建国、李玉兰',
        业主类型: n === 3 ? '单位' : '个人',
      })),
    });
    const first = await read(file);
    expect(await findings(first)).toEqual([]);
    const added = { compound: 1, building: 2, household: 3 };
    const expected = (action: 'new' | 'unchanged') =>
      Object.fromEntries(
        ENTITIES.map((entity) => {
          const { unchanged } = was[entity];
          return [
            entity,
            action === 'new' ? { unchanged, new: added[entity] } : { unchanged: unchanged + added[entity] },
          ];
        }),
      );
    expect(await counted(first)).toEqual(expected('new'));
    expect(await apply(first)).toBe('applied');
    const again = await read(file);
    expect(await findings(again)).toEqual([]);
    expect(await different(again)).toEqual([]);
    expect(await counted(again)).toEqual(expected('unchanged'));
    expect(await register()).toEqual(expected('unchanged'));
  });

  it('a row copied with its hidden number is told so, and takes nothing over', async () => {
    const [home] = await rows<{ id: string; building: string; compound: string }>(
      `SELECT h.id, b.name AS building, c.name AS compound FROM household h JOIN building b ON b.id = h.building_id JOIN compound c ON c.id = h.compound_id
       WHERE c.name = '凤山路铁路小区' ORDER BY h.sort_key LIMIT 1`,
    );
    const copied = {
      小区名称: home?.compound ?? '',
      楼栋: home?.building ?? '',
      单元: '1单元',
      房号: '999',
      [ID_HEADER]: home?.id ?? '',
    };
    const id = await read(await withRows(await exported(false), { 户: [copied] }));
    expect((await findings(id)).map(({ code }) => code)).toEqual(['import.row.sameId']);
  });
});

const twins = () =>
  rows<{ id: string; code: string }>(
    `SELECT id, code FROM compound WHERE name = '建行小区' AND county_id = $1 AND status = 'active' ORDER BY code`,
    [countyId],
  );

describe('two compounds of one name, and rows without number', () => {
  const sheets = (first: string, second: string) =>
    workbookOf({
      ...metaSheet(LUFENG, '禄丰市'),
      楼栋: [
        ['小区名称', '楼栋'],
        [first, '88栋'],
        [second, '88栋'],
      ],
      户: [
        ['小区名称', '楼栋', '单元', '房号', '业主姓名'],
        [first, '88栋', '1单元', '101', '张三'],
        [second, '88栋', '1单元', '101', '李四'],
      ],
    });

  it('the name alone is refused, with the codes that would tell', async () => {
    const found = await findings(await read(await sheets('建行小区', '建行小区')));
    expect(found.map(({ code, cell }) => [code, cell])).toEqual([
      ['import.row.compoundAmbiguous', 'A2'],
      ['import.row.compoundAmbiguous', 'A3'],
      ['import.row.compoundAmbiguous', 'A2'],
      ['import.row.compoundAmbiguous', 'A3'],
    ]);
    for (const { code } of await twins()) expect(found[0]?.params.expected).toContain(code);
  });

  it('the code says which, alone or behind the name; the same building in both is no duplicate', async () => {
    const [one, other] = await twins();
    const file = await sheets(`${one?.code}`, `建行小区（${other?.code}）`);
    const id = await read(file);
    expect(await findings(id)).toEqual([]);
    expect(await counted(id)).toEqual({ building: { new: 2 }, household: { new: 2 } });
    expect(await apply(id)).toBe('applied');
    const placed = await rows<{ compound: string }>(
      `SELECT b.compound_id AS compound FROM building b JOIN household h ON h.building_id = b.id JOIN compound c ON c.id = b.compound_id
       WHERE b.name = '88栋' AND b.county_id = $1 ORDER BY c.code`,
      [countyId],
    );
    expect(placed.map(({ compound }) => compound)).toEqual([one?.id, other?.id]);
    expect(await counted(await read(file))).toEqual({ building: { unchanged: 2 }, household: { unchanged: 2 } });
  });

  it('on the sheet 小区 itself the clerk is asked, with code and place; what is below follows the answer', async () => {
    const file = await workbookOf({
      ...metaSheet(LUFENG, '禄丰市'),
      小区: [
        ['小区名称', '备注'],
        ['建行小区', null],
      ],
      楼栋: [
        ['小区名称', '楼栋'],
        ['建行小区', '77栋'],
      ],
    });
    const id = await read(file);
    expect(await findings(id)).toEqual([]);
    const [asked] = await rows<{ candidates: { id: string; code: string; place: string | null }[] }>(
      `SELECT decision -> 'candidates' AS candidates FROM import_row WHERE batch_id = $1 AND action = 'conflict'`,
      [id],
    );
    const [, other] = await twins();
    const same = asked?.candidates.filter((one) => one.code === other?.code) ?? [];
    expect(same).toHaveLength(1);
    expect(same[0]?.place).toBeTruthy();
    await withActor(actor, (tx) =>
      decideRows(tx, actor, id, [{ entity: 'compound', rowNo: 2, chosen: other?.id ?? '' }]),
    );
    await readImport({ batchId: id, accountId: actor.accountId });
    expect(await counted(id)).toEqual({ compound: { unchanged: 1 }, building: { new: 1 } });
    const placed = await rows(`SELECT parent_id AS id FROM import_row WHERE batch_id = $1 AND entity = 'building'`, [
      id,
    ]);
    expect(placed).toEqual([{ id: other?.id }]);
  });

  it('a code beside a name that is not its own is not believed', async () => {
    const [one] = await twins();
    const found = await findings(await read(await sheets(`铁路小区（${one?.code}）`, `${one?.code}`)));
    expect(found.map(({ code, cell }) => [code, cell])).toEqual([
      ['import.row.noCompound', 'A2'],
      ['import.row.noCompound', 'A2'],
    ]);
  });

  it('a row with its number does not move, whichever of the two it names', async () => {
    const [one, other] = await twins();
    const [building] = await rows<{ id: string }>(`SELECT id FROM building WHERE compound_id = $1 AND name = '88栋'`, [
      one?.id,
    ]);
    const named = (compound: string) =>
      workbookOf({
        ...metaSheet(LUFENG, '禄丰市'),
        楼栋: [
          ['小区名称', '楼栋', ID_HEADER],
          [compound, '88栋', building?.id ?? ''],
        ],
      });
    expect(await counted(await read(await named('建行小区')))).toEqual({ building: { unchanged: 1 } });
    const moved = await findings(await read(await named(other?.code ?? '')));
    expect(moved.map(({ code }) => code)).toEqual(['import.row.movedBuilding']);
  });
});
