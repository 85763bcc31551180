import ExcelJS from 'exceljs';
import * as buildingsRoute from '@/app/api/v1/buildings/route';
import * as compoundsRoute from '@/app/api/v1/compounds/route';
import * as fileRoute from '@/app/api/v1/exports/[id]/file/route';
import * as exportRoute from '@/app/api/v1/exports/[id]/route';
import * as exportsRoute from '@/app/api/v1/exports/route';
import * as householdsRoute from '@/app/api/v1/households/route';
import type { ExportView } from '@/lib/domain/exports/answers';
import { makeExport } from '@/lib/server/exports/make-export';
import type { Called, Person, World } from '../../support/world';

export interface Problem {
  code: string;
  detail: string;
  reasons?: { code: string; message: string }[];
}

const answered = <T>(called: Called): T => called.json as T;

export const ask = (world: World, as: Person, body: object, headers: Record<string, string> = {}) =>
  world.call(exportsRoute.POST, { as, method: 'POST', path: '/api/v1/exports', body, headers });
export const problem = (called: Called) => answered<Problem>(called);
export const view = (called: Called) => answered<ExportView>(called);
export const look = async (world: World, as: Person, id: string) =>
  view(await world.call(exportRoute.GET, { as, params: { id } }));
export const fetchFile = (world: World, as: Person, id: string) => world.call(fileRoute.GET, { as, params: { id } });

/** Asked for, made by the job, fetched. */
export async function exported(world: World, as: Person, body: object): Promise<Buffer> {
  const asked = await ask(world, as, body);
  if (asked.status !== 202) throw new Error(`${asked.status} ${JSON.stringify(asked.json)}`);
  const { id } = view(asked);
  await makeExport({ exportId: id, accountId: world.actors[as].accountId });
  const file = await fetchFile(world, as, id);
  if (file.status !== 200) throw new Error(`${file.status} ${JSON.stringify(file.json)}`);
  return Buffer.from(await file.response.arrayBuffer());
}

export async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook;
}

export function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Rows as records by header. */
export function records(sheet: ExcelJS.Worksheet): Record<string, ExcelJS.CellValue>[] {
  const headers = (sheet.getRow(1).values as ExcelJS.CellValue[]).slice(1).map(String);
  const rows: Record<string, ExcelJS.CellValue>[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    rows.push(Object.fromEntries(headers.map((header, index) => [header, row.getCell(index + 1).value])));
  });
  return rows;
}

async function post(world: World, handler: typeof compoundsRoute.POST, as: Person, body: object): Promise<string> {
  const made = await world.call(handler, { as, method: 'POST', body });
  if (made.status !== 201) throw new Error(JSON.stringify(made.json));
  return answered<{ id: string }>(made).id;
}

/** A compound of 禄丰市 with a building and its households, and one of 双柏县. */
export async function register(world: World) {
  const community = world.lufeng.subdistricts[0]?.communities[0]?.id ?? '';
  const compound = await post(world, compoundsRoute.POST, 'lufengClerk', {
    name: '=1+1小区',
    communityId: community,
    address: '-文化路12号',
    yearBuilt: 1996,
    statedFloorArea: '8640.50',
    ownershipKind: 'reformed',
    hasOwnersCommittee: false,
    legalTitle: true,
    longitude: 102.071234,
    latitude: 25.151234,
    facilities: { septicTanks: 'poor' },
    remarks: '他说"好",\n第二行',
  });
  const building = await post(world, buildingsRoute.POST, 'lufengClerk', {
    compoundId: compound,
    name: '1栋',
    yearBuilt: 1996,
    structure: 'brickConcrete',
    floorArea: '2160.12',
  });
  const household = await post(world, householdsRoute.POST, 'lufengClerk', {
    buildingId: building,
    unitNo: '1单元',
    room: '001',
    storey: 1,
    exclusiveArea: '88.33',
    owners: [
      { kind: 'person', name: '张三丰', phone: '13800001234' },
      { kind: 'person', name: '李四' },
    ],
  });
  await post(world, compoundsRoute.POST, 'shuangbaiClerk', { name: '妥甸小区' });
  return { compound, building, household };
}
