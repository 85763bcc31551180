import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as decisions from '@/app/api/v1/imports/[id]/decisions/route';
import { type Cells, metaSheet, workbookOf } from '@/tests/support/sheets';
import { makeWorld, type World } from '@/tests/support/world';
import { clerkOf, exportedSurvey } from './imports';

let world: World;
let clerk: ReturnType<typeof clerkOf>;
beforeAll(async () => {
  world = await makeWorld();
  clerk = clerkOf(world, 'lufengClerk');
});
afterAll(() => world.end());

const survey = (compounds: Cells[], buildings: Cells[], homes: Cells[] = []) =>
  workbookOf({
    ...metaSheet('532302', '禄丰市'),
    小区: [['小区名称*', '街道（乡镇）', '社区（村）', '地址', '建成年份'], ...compounds],
    楼栋: [['小区名称*', '楼栋*'], ...buildings],
    户: [['小区名称*', '楼栋*', '单元', '房号*'], ...homes],
  });

const exported = () => exportedSurvey(world.actors.lufengClerk, world.lufeng.id);

const errorsOf = async (id: string) =>
  (await clerk.findings(id)).filter(({ level }) => level === 'error').map(({ code, cell }) => [code, cell]);
const buildingsBy = async () =>
  (
    await world.owner.query<{ place: string; names: string }>(
      `SELECT u.name AS place, string_agg(b.name, '、' ORDER BY b.name) AS names FROM building b JOIN compound c ON c.id = b.compound_id
       JOIN unit u ON u.id = c.subdistrict_id WHERE c.name = '建行小区' GROUP BY 1 ORDER BY 1`,
    )
  ).rows;

const twoTowns: Cells[] = [
  ['建行小区', '金山镇', null, null, 1990],
  ['建行小区', '广通镇', null, null, 1995],
];
const clear: [Cells[], Cells[], Cells[]] = [
  twoTowns,
  [
    ['建行小区（金山镇）', '1栋'],
    ['建行小区（广通镇）', '2栋'],
  ],
  [['建行小区（广通镇）', '2栋', '1单元', '101']],
];

describe('two new compounds of one name, in two subdistricts', () => {
  it('a building that only says the name is asked at its cell, and told what to write', async () => {
    const read = await clerk.upload(await survey(twoTowns, [['建行小区', '1栋']]));
    expect(read.counts).toEqual({ compound: { new: 2 }, building: { error: 1 } });
    const [found] = (await clerk.findings(read.id)).filter(({ level }) => level === 'error');
    expect(found).toMatchObject({ code: 'import.row.compoundAmbiguous', cell: 'A2', sheet: '楼栋' });
    expect(found?.message).toContain('建行小区（金山镇）、建行小区（广通镇）');
    expect((await clerk.confirm(read.id)).status).toBe(422);
  });

  it('come in as two, each with its own buildings and households', async () => {
    const read = await clerk.upload(await survey(...clear));
    expect(await errorsOf(read.id)).toEqual([]);
    expect(read.counts).toEqual({ compound: { new: 2 }, building: { new: 2 }, household: { new: 1 } });
    expect((await clerk.confirm(read.id)).status).toBe(202);
    expect((await clerk.apply(read.id)).status).toBe('applied');
    expect(await buildingsBy()).toEqual([
      { place: '广通镇', names: '2栋' },
      { place: '金山镇', names: '1栋' },
    ]);
  });

  it('the same sheet once more changes nothing: each is known by its place', async () => {
    const again = await clerk.upload(await survey(...clear));
    expect(again.counts).toEqual({
      compound: { unchanged: 2 },
      building: { unchanged: 2 },
      household: { unchanged: 1 },
    });
    expect(again.undecided).toBe(0);
  });

  it('what comes out goes in again unchanged', async () => {
    const again = await clerk.upload(await exported());
    expect(await errorsOf(again.id)).toEqual([]);
    expect(again.counts).toEqual({
      compound: { unchanged: 2 },
      building: { unchanged: 2 },
      household: { unchanged: 1 },
    });
  });

  it('a third one, in a community of its own, is asked about and never guessed', async () => {
    const third = await survey(
      [['建行小区', '金山镇', '金山东河社区', null, 1980]],
      [['建行小区（金山东河社区）', '9栋']],
    );
    await world.owner.query(`UPDATE compound SET community_id = $1 WHERE name = '建行小区' AND subdistrict_id = $2`, [
      world.lufeng.subdistricts[0]?.communities[0]?.id,
      world.lufeng.subdistricts[0]?.id,
    ]);
    const read = await clerk.upload(third);
    expect([read.undecided, read.errors]).toEqual([1, 0]);
    const body = { decisions: [{ entity: 'compound', rowNo: 2, chosen: 'new' }] };
    await world.call(decisions.PUT, { as: 'lufengClerk', method: 'PUT', params: { id: read.id }, body });
    expect((await clerk.read(read.id)).counts).toEqual({ compound: { new: 1 }, building: { new: 1 } });
    expect((await clerk.confirm(read.id)).status).toBe(202);
    await clerk.apply(read.id);
    expect(await buildingsBy()).toEqual([
      { place: '广通镇', names: '2栋' },
      { place: '金山镇', names: '1栋、9栋' },
    ]);
  });
});

describe('one name twice, in one place', () => {
  it('is an error at the second where nothing tells them apart', async () => {
    const read = await clerk.upload(
      await survey(
        [
          ['粮食局家属院', '金山镇', null, null, 1990],
          ['粮食局 家属院', null, null, '文化路1号', 1990],
        ],
        [],
      ),
    );
    expect(await errorsOf(read.id)).toEqual([['import.compound.sameName', 'A3']]);
  });

  it('at two addresses is two compounds, and says so', async () => {
    const read = await clerk.upload(
      await survey(
        [
          ['林业局宿舍', '金山镇', null, '文化路1号', 1990],
          ['林业局宿舍', '金山镇', null, '环城路9号', 1992],
        ],
        [['林业局宿舍（环城路9号）', '1栋']],
      ),
    );
    expect(read.counts).toEqual({ compound: { new: 2 }, building: { new: 1 } });
    const warned = (await clerk.findings(read.id)).filter(({ code }) => code === 'import.compound.otherAddress');
    expect(warned.map(({ cell, level }) => [cell, level])).toEqual([['A3', 'warning']]);
  });

  it('a known one that the sheet puts elsewhere is asked about; where the sheet only adds a place, it is that one', async () => {
    await clerk.apply(await ready([['水务局宿舍', null, null, null, 1990]]));
    const filled = await clerk.upload(await survey([['水务局宿舍', '金山镇', null, null, 1990]], []));
    expect(filled.counts).toEqual({ compound: { changed: 1 } });
    expect((await clerk.confirm(filled.id)).status).toBe(202);
    await clerk.apply(filled.id);
    const elsewhere = await clerk.upload(await survey([['水务局宿舍', '广通镇', null, null, 1990]], []));
    expect([elsewhere.undecided, elsewhere.counts]).toEqual([1, { compound: { conflict: 1 } }]);
  });
});

async function ready(compounds: Cells[]): Promise<string> {
  const read = await clerk.upload(await survey(compounds, []));
  expect((await clerk.confirm(read.id)).status).toBe(202);
  return read.id;
}
