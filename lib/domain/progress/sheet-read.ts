import { columnName } from '../imports/cell-address';
import { isBlank } from '../imports/cells-numbers';
import { compact, type Reading, shown } from '../imports/reading';
import { headerKey } from '../imports/template';
import { groupBy } from '../kernel/group-by';
import { type Reason, reason } from '../kernel/result';
import { placeKey } from '../projects/completions';
import type { GridRow, SheetFinding } from '../votes/sheet';
import { reportReasons } from './report';
import {
  edited,
  ITEM_COLUMNS,
  type ItemColumn,
  MONTH_SHEETS,
  type MonthEdit,
  PROGRESS_SHEET,
  PROJECT_COLUMNS,
  PROJECT_SHEET,
  type ProjectColumn,
  type SheetProject,
  type SheetWork,
} from './sheet';
import { readInvestment, readPeople, readWholePercent, readWords } from './sheet-cells';
import type { ItemProgress, ReportContent } from './types';

export interface MonthFinding extends SheetFinding {
  sheet: string;
}

/** A project whose draft would become another. */
export interface MonthChange {
  project: SheetProject;
  edit: MonthEdit;
  content: ReportContent;
}

export interface MonthSheetRead {
  changes: MonthChange[];
  /** rows that say what stands already */
  same: number;
  findings: MonthFinding[];
}

type Columns<Name extends string> = Partial<Record<Name, number>>;
interface Head<Name extends string> {
  at: number;
  columns: Columns<Name>;
  /** the header of a column of money says 万元 */
  inWan: boolean;
}

const keysOf = <Name extends string>(columns: Record<Name, string>, more: Partial<Record<Name, string[]>>) =>
  new Map(
    (Object.keys(columns) as Name[]).flatMap((name) =>
      [columns[name], ...(more[name] ?? [])].map((word) => [headerKey(word), name] as const),
    ),
  );
const PROJECT_KEYS = keysOf<ProjectColumn>(PROJECT_COLUMNS, {
  code: ['编号'],
  name: ['项目'],
  investment: ['完成投资', '本月投资'],
  people: ['人数'],
  problems: ['问题'],
});
const ITEM_KEYS = keysOf<ItemColumn>(ITEM_COLUMNS, {
  code: ['编号'],
  name: ['项目名称'],
  percent: ['本月进度', '进度'],
  backReason: ['减少原因', '原因'],
});

function headOf<Name extends string>(
  rows: readonly GridRow[],
  keys: ReadonlyMap<string, Name>,
  isHead: (columns: Columns<Name>) => boolean,
): Head<Name> | null {
  for (const [at, { cells }] of rows.slice(0, 20).entries()) {
    const columns: Columns<Name> = {};
    for (const [index, cell] of cells.entries()) {
      const name = keys.get(headerKey(cell));
      if (name && columns[name] === undefined) columns[name] = index;
    }
    if (isHead(columns)) return { at, columns, inWan: cells.some((cell) => /\(万元?\)/.test(compact(cell))) };
  }
  return null;
}

const flat = (text: unknown): string =>
  compact(text)
    .toLowerCase()
    .replace(/[“”"']/g, '');

/** What the rows say of a project so far, and where they say it. */
interface Said {
  project: SheetProject;
  plain: Pick<MonthEdit, 'investment' | 'people' | 'problems'>;
  items: Map<string, ItemProgress>;
  places: Map<string, { sheet: string; row: number; column: number | undefined }>;
}

/** A filled workbook of a month against the reports that stand. Writes nothing, guesses nothing; every problem at its cell. */
class MonthReader {
  readonly findings: MonthFinding[] = [];
  same = 0;
  private readonly said = new Map<string, Said>();
  private readonly seen = new Map<string, number>();
  private readonly byCode: ReadonlyMap<string, SheetProject>;
  private readonly byName: ReadonlyMap<string, SheetProject[]>;

  constructor(projects: readonly SheetProject[]) {
    this.byCode = new Map(projects.map((one) => [flat(one.code), one]));
    this.byName = groupBy(projects, ({ name }) => flat(name));
  }

  say(level: SheetFinding['level'], sheet: string, row: number | null, column: number | undefined, found: Reason) {
    const cell = row === null || column === undefined ? null : `${columnName(column)}${row}`;
    this.findings.push({ sheet, level, rowNo: row, cell, code: found.code, params: found.params ?? {} });
  }

  projects(rows: readonly GridRow[]): void {
    const isHead = ({ code, name, investment, people, problems }: Columns<ProjectColumn>) =>
      (code ?? name) !== undefined && (investment ?? people ?? problems) !== undefined;
    const head = headOf(rows, PROJECT_KEYS, isHead);
    if (head)
      for (const row of rows.slice(head.at + 1))
        this.row(PROJECT_SHEET, row, head.columns, (at) => this.projectRow(at, head.inWan));
    else this.say('error', PROJECT_SHEET, null, undefined, reason('progressSheet.noHeader', { sheet: PROJECT_SHEET }));
  }

  items(rows: readonly GridRow[]): void {
    const isHead = ({ code, name, item, itemName, percent }: Columns<ItemColumn>) =>
      (code ?? name) !== undefined && (item ?? itemName) !== undefined && percent !== undefined;
    const head = headOf(rows, ITEM_KEYS, isHead);
    if (head)
      for (const row of rows.slice(head.at + 1)) this.row(PROGRESS_SHEET, row, head.columns, (at) => this.itemRow(at));
    else
      this.say('error', PROGRESS_SHEET, null, undefined, reason('progressSheet.noHeader', { sheet: PROGRESS_SHEET }));
  }

  /** One row; a row with a fault says nothing else. */
  private row<Name extends string>(
    sheet: string,
    row: GridRow,
    columns: Columns<Name>,
    read: (at: RowAt<Name>) => (() => void) | null,
  ): void {
    if (row.cells.every((cell) => isBlank(compact(cell))) && (row.formulas ?? []).length === 0) return;
    let failed = false;
    const say: RowAt<Name>['say'] = (level, column, found) => {
      failed ||= level === 'error';
      this.say(level, sheet, row.rowNo, columns[column], found);
    };
    for (const [name, column] of Object.entries(columns) as [Name, number][]) {
      const broken = row.formulas?.find((one) => one.column === column && one.error !== null);
      if (broken) say('error', name, reason('progressSheet.formulaError', { found: broken.error || '—' }));
    }
    const keep = failed ? null : read({ sheet, row, columns, say });
    if (keep && !failed) keep();
  }

  private projectOf({ row, columns, say }: RowAt<'code' | 'name'>): SheetProject | null {
    const [code, name] = [cellAt(row, columns.code), cellAt(row, columns.name)];
    const byCode = !isBlank(compact(code));
    const named = byCode ? [] : (this.byName.get(flat(name)) ?? []);
    const found = byCode ? this.byCode.get(flat(code)) : named.length === 1 ? named[0] : undefined;
    if (found) return found;
    say('error', byCode ? 'code' : 'name', reason('progressSheet.project', { found: shown(byCode ? code : name) }));
    return null;
  }

  private saidOf(project: SheetProject): Said {
    const said = this.said.get(project.id) ?? { project, plain: {}, items: new Map(), places: new Map() };
    this.said.set(project.id, said);
    return said;
  }

  private isFirst<Name extends string>({ row, say }: RowAt<Name>, key: string, column: Name): boolean {
    const first = this.seen.get(key);
    if (first === undefined) this.seen.set(key, row.rowNo);
    else say('error', column, reason('progressSheet.twice', { first }));
    return first === undefined;
  }

  private projectRow(at: RowAt<ProjectColumn>, inWan: boolean): (() => void) | null {
    const { sheet, row, columns } = at;
    const project = this.projectOf(at);
    if (!project || !this.isFirst(at, project.id, 'code')) return null;
    const { content } = project;
    const cell = (column: ProjectColumn) => cellAt(row, columns[column]);
    const investment = take(at, 'investment', readInvestment(cell('investment'), inWan ? 'wan' : 'yuan'));
    const people = take(at, 'people', readPeople(cell('people')));
    const problems =
      columns.problems === undefined
        ? content.problems
        : take(at, 'problems', readWords(cell('problems'), content.problems, 2_000));
    const plain = {
      ...(investment !== null && investment !== content.investment ? { investment } : {}),
      ...(people !== null && people !== content.people ? { people } : {}),
      ...(problems !== content.problems ? { problems } : {}),
    };
    return () => {
      const changed = Object.keys(plain) as ProjectColumn[];
      if (changed.length === 0) {
        this.same += 1;
        return;
      }
      const said = this.saidOf(project);
      said.plain = plain;
      for (const column of changed) said.places.set(column, { sheet, row: row.rowNo, column: columns[column] });
    };
  }

  private itemRow(at: RowAt<ItemColumn>): (() => void) | null {
    const { sheet, row, columns, say } = at;
    const project = this.projectOf(at);
    const work = project && this.workOf(project, at);
    if (!project || !work || !this.isFirst(at, `${project.id} ${placeKey(work)}`, 'item')) return null;
    const { compoundId, buildingId, item, name } = work;
    const stands = project.content.items.find((one) => placeKey(one) === placeKey(work));
    const before = { percent: stands?.percent ?? 0, backReason: stands?.backReason ?? null };
    const asPercent = row.percents?.includes(columns.percent ?? -1) ?? false;
    const read = take(at, 'percent', readWholePercent(cellAt(row, columns.percent), asPercent));
    const percent = read ?? before.percent;
    if (percent < 0 || percent > 100)
      say('error', 'percent', reason('report.percentOutside', { name, found: percent }));
    const backReason =
      columns.backReason === undefined
        ? before.backReason
        : take(at, 'backReason', readWords(cellAt(row, columns.backReason), before.backReason, 200));
    return () => {
      if (percent === before.percent && backReason === before.backReason) {
        this.same += 1;
        return;
      }
      const said = this.saidOf(project);
      said.items.set(placeKey(work), { compoundId, buildingId, item, percent, backReason });
      for (const column of ['percent', 'backReason'] as const)
        said.places.set(`${placeKey(work)} ${column}`, { sheet, row: row.rowNo, column: columns[column] });
    };
  }

  /** The planned item that the row names: by compound, building and code, each as far as the row says it and the project leaves it open. */
  private workOf({ planned }: SheetProject, at: RowAt<ItemColumn>): SheetWork | null {
    const { row, columns, say } = at;
    const cell = (column: ItemColumn) => cellAt(row, columns[column]);
    const blank = (column: ItemColumn) => isBlank(compact(cell(column)));
    const narrow = (works: readonly SheetWork[], column: ItemColumn, fits: (work: SheetWork) => boolean) => {
      const left = works.filter(fits);
      if (left.length === 0) say('error', column, reason('progressSheet.notPlanned', { found: shown(cell(column)) }));
      return left;
    };
    const of = blank('compound')
      ? planned
      : narrow(planned, 'compound', ({ compound }) => flat(compound) === flat(cell('compound')));
    if (of.length === 0) {
      if (blank('compound')) say('error', 'item', reason('progressSheet.notPlanned', { found: shown(cell('item')) }));
      return null;
    }
    const there = blank('building')
      ? of.filter(({ building }) => building === null)
      : narrow(of, 'building', ({ building }) => building !== null && flat(building) === flat(cell('building')));
    if (there.length === 0 && !blank('building')) return null;
    const column = blank('item') ? 'itemName' : 'item';
    const found = narrow(there, column, ({ item, itemName }) =>
      [item, itemName].some((text) => flat(text) === flat(cell(column))),
    );
    if (found.length > 1) say('error', 'compound', reason('progressSheet.compoundMissing'));
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** What would change, project by project; what stands against sending it is said at its cell, and refuses nothing yet. */
  changes(): MonthChange[] {
    const changes: MonthChange[] = [];
    for (const { project, plain, items, places } of this.said.values()) {
      const [first] = places.values();
      if (project.closed.length > 0) {
        for (const found of project.closed)
          this.say('error', first?.sheet ?? '', first?.row ?? null, first?.column, found);
        continue;
      }
      const edit = { ...plain, items: [...items.values()] };
      const content = edited(project.content, edit);
      for (const found of reportReasons(content, project.ground)) {
        const [, index, column] = found.field?.split('.') ?? [];
        const one = index === undefined ? undefined : content.items[Number(index)];
        const place = one ? places.get(`${placeKey(one)} ${column}`) : first;
        // of what was not touched the report's own form tells
        if (place) this.say('warning', place.sheet, place.row, place.column, found);
      }
      changes.push({ project, edit, content });
    }
    return changes;
  }
}

interface RowAt<Name extends string> {
  sheet: string;
  row: GridRow;
  columns: Columns<Name>;
  say: (level: SheetFinding['level'], column: Name, found: Reason) => void;
}

const cellAt = (row: GridRow, column: number | undefined): unknown =>
  column === undefined ? null : (row.cells[column] ?? null);

function take<T, Name extends string>({ say }: RowAt<Name>, column: Name, read: Reading<T>): T | null {
  if ('error' in read) {
    say('error', column, read.error);
    return null;
  }
  for (const warning of read.warnings ?? []) say('warning', column, warning);
  return read.value;
}

/** Both sheets of a filled workbook, by name. Rows that are not there change nothing, and neither does a blank number. */
export function readMonthSheets(
  sheets: ReadonlyMap<string, readonly GridRow[]>,
  projects: readonly SheetProject[],
): MonthSheetRead {
  const reader = new MonthReader(projects);
  const [plain, items] = [sheets.get(PROJECT_SHEET), sheets.get(PROGRESS_SHEET)];
  if (plain) reader.projects(plain);
  if (items) reader.items(items);
  if (!plain && !items)
    reader.say('error', '', null, undefined, reason('progressSheet.missing', { expected: MONTH_SHEETS.join('、') }));
  const changes = reader.changes();
  return { changes, same: reader.same, findings: reader.findings };
}
