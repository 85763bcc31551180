import { createWriteStream } from 'node:fs';
import ExcelJS from 'exceljs';
import { META_SHEET, SHEET_NAMES, TEMPLATE_VERSION } from '@/lib/domain/imports/template';

const HOMES_OF_A_COMPOUND = 2_000;
const HOMES_OF_A_BUILDING = 100;
const ROOMS_OF_A_FLOOR = 2;
const FLOORS = 5;

export interface Home {
  compound: string;
  building: string;
  unit: string;
  room: string;
  floor: number;
  /** hundredths of a square metre */
  area: number;
  owner: string;
  phone: string;
}

/** The dwelling with number n from 0 on; the same number is the same dwelling. */
export function homeAt(label: string, n: number): Home {
  const inBuilding = n % HOMES_OF_A_BUILDING;
  const perUnit = ROOMS_OF_A_FLOOR * FLOORS;
  const floor = 1 + Math.floor((inBuilding % perUnit) / ROOMS_OF_A_FLOOR);
  return {
    compound: `${label}${1 + Math.floor(n / HOMES_OF_A_COMPOUND)}号院`,
    building: `${1 + Math.floor((n % HOMES_OF_A_COMPOUND) / HOMES_OF_A_BUILDING)}栋`,
    unit: `${1 + Math.floor(inBuilding / perUnit)}单元`,
    room: `${floor}0${1 + (inBuilding % ROOMS_OF_A_FLOOR)}`,
    floor,
    area: 4_500 + (n % 9_000),
    owner: `业主${n}`,
    phone: `138${String(n).padStart(8, '0')}`,
  };
}

export const compoundsOf = (rows: number): number => Math.ceil(rows / HOMES_OF_A_COMPOUND);

const HEADS = ['小区名称', '楼栋', '单元', '房号', '楼层', '专有面积', '业主姓名', '联系电话'];

/** A county's workbook in our template: new compounds with their buildings, `rows` dwellings, each with its owner. */
export async function writeWorkbook(file: string, label: string, rows: number): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: createWriteStream(file), useSharedStrings: true });
  const sheet = (name: string, lines: Iterable<(string | number)[]>) => {
    const made = book.addWorksheet(name);
    for (const line of lines) made.addRow(line).commit();
    made.commit();
  };
  sheet(META_SHEET, [
    ['version', TEMPLATE_VERSION],
    ['county', '532302'],
    ['countyName', '禄丰市'],
  ]);
  sheet(SHEET_NAMES.compound, compoundLines(label, rows));
  sheet(SHEET_NAMES.building, buildingLines(label, rows));
  sheet(SHEET_NAMES.household, homeLines(label, rows));
  await book.commit();
}

function* compoundLines(label: string, rows: number): Generator<(string | number)[]> {
  yield ['小区名称', '建成年份'];
  for (let n = 0; n < rows; n += HOMES_OF_A_COMPOUND) yield [homeAt(label, n).compound, 1_992];
}

function* buildingLines(label: string, rows: number): Generator<(string | number)[]> {
  yield ['小区名称', '楼栋', '层数'];
  for (let n = 0; n < rows; n += HOMES_OF_A_BUILDING) {
    const { compound, building } = homeAt(label, n);
    yield [compound, building, FLOORS];
  }
}

function* homeLines(label: string, rows: number): Generator<(string | number)[]> {
  yield HEADS;
  for (let n = 0; n < rows; n++) {
    const home = homeAt(label, n);
    const { compound, building, unit, room, floor, area, owner, phone } = home;
    yield [compound, building, unit, room, floor, area / 100, owner, phone];
  }
}
