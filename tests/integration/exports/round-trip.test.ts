import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Problem, SheetRecord } from '@/lib/domain/imports/records';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import { readFile } from '@/lib/server/imports/reading/read-file';
import { makeWorld, type World } from '../../support/world';
import { exported, register } from './support';

let world: World;
let ids: Awaited<ReturnType<typeof register>>;
let folder: string;
beforeAll(async () => {
  world = await makeWorld();
  ids = await register(world);
  folder = await mkdtemp(path.join(os.tmpdir(), 'anju-export-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.end();
});

async function read(bytes: Buffer) {
  const file = path.join(folder, 'workbook.xlsx');
  await writeFile(file, bytes);
  const rows: SheetRecord[] = [];
  const problems: Problem[] = [];
  const task = { path: file, fileName: 'workbook.xlsx', countyCode: '532302', countyName: '禄丰市' };
  for await (const message of readFile({ ...task, facilities: publicFacilities(chuxiong2020), mapping: null })) {
    if (message.type === 'opened') expect(message.kind).toBe('template');
    if (message.type === 'rows') {
      rows.push(...message.rows);
      problems.push(...message.problems);
    }
  }
  return { rows, problems: [...problems, ...rows.flatMap((row) => row.problems)] };
}

test('what comes out is read again as it stands in the register, with nothing to remark but the example rows', async () => {
  const { rows, problems } = await read(await exported(world, 'lufengClerk', { kind: 'survey' }));
  expect([...new Set(problems.map(({ code }) => code))]).toEqual(['import.row.example']);
  expect(rows.map(({ entity, id, version }) => [entity, id, version])).toEqual([
    ['compound', ids.compound, 1],
    ['building', ids.building, 1],
    ['household', ids.household, 1],
  ]);
  const [compound, building, household] = rows;
  expect(compound?.values).toMatchObject({
    name: '=1+1小区',
    address: '-文化路12号',
    yearBuilt: 1996,
    statedFloorArea: '8640.50',
    ownershipKind: 'reformed',
    hasOwnersCommittee: false,
    hasPropertyService: null,
    legalTitle: true,
    'facility:septicTanks': 'poor',
    remarks: '他说"好",\n第二行',
  });
  expect(building?.values).toMatchObject({ name: '1栋', structure: 'brickConcrete', floorArea: '2160.12' });
  expect(household?.values).toMatchObject({
    room: '001',
    exclusiveArea: '88.33',
    ownerName: '张**、李*',
    ownerKind: 'person',
    ownerPhone: '138****1234、-',
  });
});

test('the empty template holds no rows', async () => {
  const { rows } = await read(await exported(world, 'lufengClerk', { kind: 'survey-template' }));
  expect(rows).toEqual([]);
});
