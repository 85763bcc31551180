import { columnName } from '../imports/cell-address';
import { isBlank } from '../imports/cells-numbers';
import { readChoice, readText } from '../imports/cells-words';
import { compact, parseDecimal, type Reading, shown } from '../imports/reading';
import { headerKey } from '../imports/template';
import { type Reason, reason } from '../kernel/result';
import type { MenuItem } from '../rulebook/schema';
import type { FundingSource } from '../rulebook/schema-funding';
import type { GridRow, SheetFinding } from '../votes/sheet';
import { type CellGround, cellReasons, normalised } from './cells';
import { emptied } from './copy';
import { ANSWER_LABELS, IMPROVEMENT_NONE, METHOD_LABELS } from './labels';
import {
  ANSWERS,
  cellsByPlace,
  keyOf,
  type LineMethod,
  METHODS,
  type PlanAnswer,
  type PlanCell,
  placeKey,
} from './types';

export const BUILDING_SHEET = '楼栋';
export const COMPOUND_SHEET = '小区';
export const PLAN_SHEETS = [COMPOUND_SHEET, BUILDING_SHEET];

/** Columns of both sheets in their order; that of the compound has no 楼栋. */
export const PLAN_COLUMNS = {
  building: '楼栋',
  code: '代码',
  item: '改造内容',
  necessity: '类别',
  demand: '需求户数',
  answer: '结论',
  quantity: '工程量',
  unit: '单位',
  unitCost: '单价（元）',
  payer: '出资',
  method: '实施方式',
  residentPercent: '居民分担（%）',
  reason: '原因或说明',
} as const;
export type PlanColumn = keyof typeof PLAN_COLUMNS;
const COLUMNS = Object.keys(PLAN_COLUMNS) as PlanColumn[];
export const columnsOfSheet = (sheet: string): PlanColumn[] =>
  COLUMNS.filter((column) => sheet === BUILDING_SHEET || column !== 'building');

export interface PlanSheetFacts extends CellGround {
  cells: readonly PlanCell[];
}

export interface PlanFinding extends SheetFinding {
  sheet: string;
}

export interface PlanSheetRead {
  /** every cell that would become another, with what stands */
  changes: { cell: PlanCell; before: PlanCell | null }[];
  /** rows that say what stands already */
  same: number;
  findings: PlanFinding[];
}

const words = <T extends string>(codes: readonly T[], labels: Record<T, { zh: string; en: string }>, more = {}) =>
  codes.map((code) => ({
    code,
    words: [labels[code].zh, labels[code].en, code, ...((more as Record<string, string[]>)[code] ?? [])],
  }));
const ANSWER_WORDS = words<PlanAnswer>(ANSWERS, ANSWER_LABELS, {
  todo: ['做', '要做', '实施', '是', '√', '✓'],
  met: ['达标', '已符合', '符合标准', '已完成'],
  impossible: ['不能实施', '不具备条件', '技术上不可行'],
  refused: ['不同意', '拒绝', '居民拒绝'],
  none: [IMPROVEMENT_NONE.zh, '否', '×', '无'],
});
const METHOD_WORDS = words<LineMethod>(METHODS, METHOD_LABELS, { overhead: ['架空'], underground: ['入地', '下地'] });

const payerWords = ({ funding }: CellGround) =>
  funding.sources.map(({ code, name, nameEn }) => ({ code: code as FundingSource, words: [name, nameEn, code] }));

const NEGATIVE = /^[-−–－]\d/;

/** '１２．５', '1,200', '12.5㎡' → 0.01 units; what is finer than 0.01 is refused, not rounded: it would change the cost. */
function readFigure(cell: unknown, unreadable: string): Reading<bigint> {
  const text = compact(cell).replace(/^[¥￥]/, '');
  if (isBlank(text)) return { value: null };
  const negative = NEGATIVE.test(text);
  const bare = text.replace(/^[-−–－]/, '').replace(/[^\d.,']+\d?$/u, '');
  const decimal = parseDecimal(bare, 2);
  if (!decimal) return { error: reason(unreadable, { found: shown(cell) }) };
  if (decimal.rounded) return { error: reason('plan.figureTooFine', { found: shown(cell) }) };
  return { value: negative ? -decimal.units : decimal.units };
}

function readPercent(cell: unknown): Reading<number> {
  const text = compact(cell).replace(/%$/, '');
  if (isBlank(text)) return { value: 0 };
  const number = Number(text);
  return /^\d{1,3}(\.0+)?$/.test(text) && number <= 100
    ? { value: number }
    : { error: reason('plan.percentUnreadable', { found: shown(cell) }) };
}

interface Head {
  at: number;
  columns: Partial<Record<PlanColumn, number>>;
}

const KEYS = new Map(COLUMNS.map((column) => [headerKey(PLAN_COLUMNS[column]), column] as const));

function headOf(rows: readonly GridRow[]): Head | null {
  for (const [at, { cells }] of rows.slice(0, 20).entries()) {
    const columns: Head['columns'] = {};
    for (const [index, cell] of cells.entries()) {
      const column = KEYS.get(headerKey(cell));
      if (column && columns[column] === undefined) columns[column] = index;
    }
    if (columns.answer !== undefined && (columns.code !== undefined || columns.item !== undefined))
      return { at, columns };
  }
  return null;
}

const flat = (text: unknown): string =>
  compact(text)
    .toLowerCase()
    .replace(/[“”"']/g, '');

/** One filled sheet against what stands. Writes nothing, guesses nothing; every problem at its cell. */
class SheetReader {
  readonly read: PlanSheetRead = { changes: [], same: 0, findings: [] };
  private readonly there: Map<string, PlanCell>;
  private readonly seen = new Map<string, number>();
  private readonly payers: ReturnType<typeof payerWords>;

  constructor(
    private readonly sheet: string,
    private readonly facts: PlanSheetFacts,
  ) {
    this.there = cellsByPlace(facts.cells);
    this.payers = payerWords(facts);
  }

  say(level: SheetFinding['level'], row: number | null, column: number | undefined, found: Reason): void {
    const cell = row === null || column === undefined ? null : `${columnName(column)}${row}`;
    this.read.findings.push({
      sheet: this.sheet,
      level,
      rowNo: row,
      cell,
      code: found.code,
      params: found.params ?? {},
    });
  }

  rows(rows: readonly GridRow[]): void {
    const head = headOf(rows);
    if (head) for (const row of rows.slice(head.at + 1)) this.row(row, head.columns);
    else this.say('error', null, undefined, reason('plan.sheetNoHeader', { sheet: this.sheet }));
  }

  private row(row: GridRow, columns: Head['columns']): void {
    const raw = (column: PlanColumn): unknown => {
      const at = columns[column];
      return at === undefined ? null : (row.cells[at] ?? null);
    };
    if (row.cells.every((cell) => isBlank(compact(cell)))) return;
    const before = this.read.findings.length;
    const error = (column: PlanColumn, found: Reason) => this.say('error', row.rowNo, columns[column], found);
    for (const { column, error: fault } of row.formulas ?? [])
      if (fault !== null) this.say('error', row.rowNo, column, reason('plan.sheetFormulaError', { found: fault }));
    const item = this.itemOf(raw('code'), raw('item'), error);
    const buildingId = this.buildingOf(raw('building'), error);
    const take = <T>(column: PlanColumn, reading: Reading<T>): T | null => {
      if ('error' in reading) error(column, reading.error);
      return 'error' in reading ? null : reading.value;
    };
    const answer = take('answer', readChoice(raw('answer'), ANSWER_WORDS)) ?? 'none';
    const figures = {
      quantity: take('quantity', readFigure(raw('quantity'), 'plan.quantityUnreadable')),
      unit: take('unit', readText(raw('unit'), { max: 10 })),
      unitCost: take('unitCost', readFigure(raw('unitCost'), 'money.unreadable')),
      payer: take('payer', readChoice(raw('payer'), this.payers)),
      method: take('method', readChoice(raw('method'), METHOD_WORDS)),
      residentPercent: take('residentPercent', readPercent(raw('residentPercent'))) ?? 0,
      reason: take('reason', readText(raw('reason'), { max: 300 })),
    };
    if (!item || buildingId === undefined) return;
    if (isBlank(compact(raw('answer'))) && (figures.quantity !== null || figures.unitCost !== null))
      error('answer', reason('plan.sheetNoAnswer', { item: item.name }));
    const key = placeKey(buildingId, item.code);
    const first = this.seen.get(key);
    if (first === undefined) this.seen.set(key, row.rowNo);
    else error('code', reason('plan.sheetTwice', { first }));
    const stands = this.there.get(key) ?? null;
    const cell = normalised({
      ...figures,
      buildingId,
      item: item.code,
      answer,
      // a photo cannot be in a sheet: the one that stands stays
      photoFileId: stands?.photoFileId ?? null,
    });
    if (this.read.findings.slice(before).some(({ level }) => level === 'error')) return;
    this.judge(cell, stands, error);
  }

  private judge(cell: PlanCell, stands: PlanCell | null, error: (column: PlanColumn, found: Reason) => void): void {
    const column = (field: string | undefined): PlanColumn =>
      COLUMNS.find((one) => one === field) ?? (field === 'buildingId' ? 'building' : 'answer');
    const reasons = cellReasons(cell, this.facts);
    for (const found of reasons) error(column(found.field), found);
    if (reasons.length > 0) return;
    if (isSame(cell, stands ?? emptied(cell))) this.read.same += 1;
    else this.read.changes.push({ cell, before: stands });
  }

  private itemOf(
    code: unknown,
    name: unknown,
    error: (column: PlanColumn, found: Reason) => void,
  ): MenuItem | undefined {
    const scope = this.sheet === BUILDING_SHEET ? 'building' : 'compound';
    const items = this.facts.menu.filter((item) => item.scope === scope);
    const written = isBlank(compact(code)) ? name : code;
    const found = items.find((item) =>
      [item.code, item.name, item.nameEn].some((text) => flat(text) === flat(written)),
    );
    if (!found) error(isBlank(compact(code)) ? 'item' : 'code', reason('plan.sheetItem', { found: shown(written) }));
    return found;
  }

  private buildingOf(written: unknown, error: (column: PlanColumn, found: Reason) => void): string | null | undefined {
    if (this.sheet === COMPOUND_SHEET) return null;
    const { buildings } = this.facts;
    const found = buildings.find(({ name, retired }) => !retired && flat(name) === flat(written));
    if (!found) {
      const expected = buildings.filter(({ retired }) => !retired).map(({ name }) => name);
      error('building', reason('plan.sheetBuilding', { found: shown(written), expected: expected.join('、') }));
    }
    return found?.id;
  }
}

const SAID = ['answer', 'quantity', 'unit', 'unitCost', 'payer', 'method', 'residentPercent', 'reason'] as const;
const isSame = (one: PlanCell, other: PlanCell): boolean =>
  keyOf(one) === keyOf(other) && SAID.every((field) => one[field] === other[field]);

/** Both sheets of a filled workbook, by name. Rows that are not there change nothing. */
export function readPlanSheets(sheets: ReadonlyMap<string, readonly GridRow[]>, facts: PlanSheetFacts): PlanSheetRead {
  const read: PlanSheetRead = { changes: [], same: 0, findings: [] };
  for (const sheet of PLAN_SHEETS) {
    const rows = sheets.get(sheet);
    if (!rows) continue;
    const reader = new SheetReader(sheet, facts);
    reader.rows(rows);
    read.changes.push(...reader.read.changes);
    read.findings.push(...reader.read.findings);
    read.same += reader.read.same;
  }
  if (![...sheets.keys()].some((name) => PLAN_SHEETS.includes(name))) {
    const found = reason('plan.sheetMissing', { expected: PLAN_SHEETS.join('、') });
    read.findings.push({
      sheet: '',
      level: 'error',
      rowNo: null,
      cell: null,
      code: found.code,
      params: found.params ?? {},
    });
  }
  return read;
}
