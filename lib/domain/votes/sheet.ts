import { columnName } from '../imports/cell-address';
import { readDay } from '../imports/cells-days';
import { readText } from '../imports/cells-words';
import { nameKey } from '../imports/compound-reference';
import { compact, type Reading, shown } from '../imports/reading';
import { isExample } from '../imports/template';
import { type CalendarDate, endOfDay, startOfDay, today } from '../kernel/calendar-date';
import { type Reason, reason } from '../kernel/result';
import { type BallotFacts, judgeBallots, type RoundAtHand } from './ballots';
import { type BallotInput, MOST_BALLOTS } from './schema';
import {
  FIELD_LABELS,
  findColumns,
  namesChoices,
  namesHomes,
  type SheetColumns,
  type SheetField,
} from './sheet-columns';
import { type Named, type SheetHome, SheetHomes } from './sheet-homes';
import { type MenuItem, readChannel, readTick, readVote, readWanted } from './sheet-words';
import type { Channel, Choice } from './types';

/** A row as the spreadsheet has it. */
export interface GridRow {
  rowNo: number;
  cells: readonly unknown[];
  formulas?: readonly { column: number; error: string | null }[];
  /** columns whose value is that of a joined cell above */
  filled?: readonly number[];
  /** columns whose number the sheet shows as a percentage */
  percents?: readonly number[];
  hidden?: boolean;
}

/** What stands for a dwelling, as far as a row of a sheet is held against it. */
export interface Standing {
  ballotId: string;
  choice: Choice | null;
  channel: Channel;
  formNo: string | null;
  collector: string;
  collectedAt: Date;
  wanted: readonly string[];
  problems: string | null;
  proxyName: string | null;
}

export interface SheetFacts {
  round: Omit<RoundAtHand, 'menu'> & { code: string };
  homes: readonly SheetHome[];
  forms: readonly { formNo: string; householdId: string; voided: boolean }[];
  menu: readonly MenuItem[];
  standing: ReadonlyMap<string, Standing>;
  /** for rows that do not say how they were collected */
  channel: Channel;
}

export interface SheetFinding {
  level: 'error' | 'warning' | 'info';
  rowNo: number | null;
  cell: string | null;
  code: string;
  params: Record<string, string | number>;
}

/** A field in which a row differs from what stands. */
export interface Difference {
  field: 'choice' | 'channel' | 'formNo' | 'collector' | 'collectedOn' | 'proxy' | 'wanted' | 'problems';
  mine: string;
  theirs: string;
}

/** new: would be recorded; same: stands already; differs: a person decides; problem: cannot be recorded as it is. */
export type RowState = 'new' | 'same' | 'differs' | 'problem';

export interface SheetRowRead {
  rowNo: number;
  state: RowState;
  home: SheetHome | null;
  /** as the row itself names the dwelling */
  written: string;
  input: BallotInput | null;
  /** who came for the owner; the photo of the authorisation is not in a sheet and is asked for */
  proxyName: string | null;
  /** what the row remarks: the reason, where it becomes a correction */
  remarks: string | null;
  theirs: Standing | null;
  differences: Difference[];
}

export interface SheetRead {
  columns: { field: SheetField; column: number }[];
  rows: SheetRowRead[];
  /** rows of dwellings without an opinion: nothing was returned yet */
  blank: number;
  findings: SheetFinding[];
}

type Say = (level: SheetFinding['level'], field: SheetField | null, found: Reason) => void;

interface Parsed extends SheetRowRead {
  say: Say;
}

/** Reads a sheet of ballots: every row with what it would record, or with every reason why not, each at its cell. Writes nothing, guesses nothing. */
export function readSheet(rows: readonly GridRow[], facts: SheetFacts): SheetRead {
  const read: SheetRead = { columns: [], rows: [], blank: 0, findings: [] };
  const sheet = findColumns(rows);
  const say = (finding: Partial<SheetFinding> & Pick<SheetFinding, 'level' | 'code'>) =>
    read.findings.push({ rowNo: null, cell: null, params: {}, ...finding });
  if (!sheet) {
    say({ level: 'error', code: 'voteSheet.noHeader' });
    return read;
  }
  const headerRow = rows[sheet.header]?.rowNo ?? 1;
  if (!namesHomes(sheet)) say({ level: 'error', rowNo: headerRow, code: 'voteSheet.noHomeColumn' });
  if (!namesChoices(sheet)) say({ level: 'error', rowNo: headerRow, code: 'voteSheet.noChoiceColumn' });
  for (const { column, found } of sheet.unknown)
    say({
      level: 'warning',
      rowNo: headerRow,
      cell: `${columnName(column)}${headerRow}`,
      code: 'import.column.unknown',
      params: { found: shown(found) },
    });
  read.columns = Object.entries(sheet.columns)
    .map(([field, column]) => ({ field: field as SheetField, column }))
    .sort((a, b) => a.column - b.column);
  if (read.findings.some(({ level }) => level === 'error')) return read;
  const reader = new RowReader(sheet, facts, read);
  for (const row of rows.slice(sheet.header + 1)) reader.take(row);
  reader.judge();
  if (read.rows.length === 0 && read.findings.every(({ level }) => level !== 'error'))
    say({ level: 'error', code: 'voteSheet.noBallots' });
  if (read.rows.length > MOST_BALLOTS)
    say({ level: 'error', code: 'voteSheet.tooMany', params: { count: read.rows.length, limit: MOST_BALLOTS } });
  return read;
}

const SUM = /^(合计|总计|小计|共计|累计)/;
/** What somebody fills in for a dwelling whose ballot is there. */
const FILLED_IN: SheetField[] = ['channel', 'collector', 'collectedOn', 'proxy', 'wanted', 'problems'];

class RowReader {
  private readonly homes: SheetHomes;
  private readonly byId: Map<string, SheetHome>;
  private readonly forms: Map<string, SheetFacts['forms'][number]>;
  private readonly first = new Map<string, number>();
  private readonly parsed: Parsed[] = [];

  constructor(
    private readonly sheet: SheetColumns,
    private readonly facts: SheetFacts,
    private readonly read: SheetRead,
  ) {
    this.homes = new SheetHomes(facts.homes);
    this.byId = new Map(facts.homes.map((home) => [home.id, home]));
    this.forms = new Map(facts.forms.map((form) => [nameKey(form.formNo), form]));
  }

  take(row: GridRow): void {
    const { columns } = this.sheet;
    const at = (field: SheetField): unknown => {
      const column = columns[field];
      return column === undefined ? null : (row.cells[column] ?? null);
    };
    const texts = row.cells.map(compact).filter((text) => text !== '');
    if (texts.length === 0) return;
    const code = this.asideCode(row, texts);
    if (code === null) this.record(row, at);
    else
      this.read.findings.push({
        level: 'info',
        rowNo: row.rowNo,
        cell: null,
        code,
        params: { found: shown(texts[0]) },
      });
  }

  /** Rows that are read over, and said so: sums, examples, the head once more. */
  private asideCode(row: GridRow, [first = '']: readonly string[]): string | null {
    if (SUM.test(first)) return 'import.row.sum';
    if (isExample(first)) return 'import.row.example';
    const again = findColumns([row]);
    const isHead = again && Object.keys(again.columns).length === Object.keys(this.sheet.columns).length;
    return isHead ? 'import.row.header' : null;
  }

  private record(row: GridRow, at: (field: SheetField) => unknown): void {
    const { columns } = this.sheet;
    let failed = false;
    const say: Say = (level, field, { code, params = {} }) => {
      const column = field === null ? undefined : columns[field];
      const cell = column === undefined ? null : `${columnName(column)}${row.rowNo}`;
      failed ||= level === 'error';
      this.read.findings.push({ level, rowNo: row.rowNo, cell, code, params });
    };
    const take = <T>(field: SheetField, read: (cell: unknown) => Reading<T>): T | null => {
      const reading = read(at(field));
      if ('error' in reading) {
        say('error', field, reading.error);
        return null;
      }
      for (const warning of reading.warnings ?? []) say('warning', field, warning);
      return reading.value;
    };
    const text = (field: SheetField, max: number) => take(field, (cell) => readText(cell, { max }));
    if (this.faultyFormula(row, ['choice', 'agree', 'disagree', 'abstain'], say)) failed = true;
    const choice = failed ? null : this.choiceOf(at, take, say);
    if (choice === null && !failed) {
      const filled = FILLED_IN.find((field) => compact(at(field)) !== '');
      if (filled) say('warning', filled, reason('voteSheet.noChoice'));
      this.read.blank += 1;
      return;
    }
    this.remarkCells(row, say);
    const roundCode = compact(at('roundCode'));
    if (roundCode !== '' && roundCode !== compact(this.facts.round.code))
      say(
        'error',
        'roundCode',
        reason('voteSheet.otherRound', { found: shown(roundCode), expected: this.facts.round.code }),
      );
    const form = text('formNo', 60);
    const home = this.homeOf(at, form, say);
    const channel = take('channel', readChannel);
    const collector = text('collector', 40);
    const day = take('collectedOn', readDay);
    const proxyName = text('proxy', 40);
    const wanted = take('wanted', (cell) => readWanted(cell, this.facts.menu));
    const problems = text('problems', 500);
    const remarks = text('remarks', 200);
    const isFirst = home !== null && this.claim(home, row.rowNo, say);
    const known = form ? this.forms.get(nameKey(form)) : undefined;
    // also of a row with a fault: all that is wrong with it is said at once
    const input =
      !isFirst || choice === null
        ? null
        : ballotOf({
            householdId: home.id,
            choice,
            channel: channel ?? this.facts.channel,
            formNo: known?.formNo ?? form,
            collector,
            collectedAt: day && instantOf(day, this.facts.round.now),
            wanted,
            problems,
          });
    const parsed: Parsed = {
      rowNo: row.rowNo,
      state: input && !failed ? 'new' : 'problem',
      home,
      written: writtenWhere(at),
      input,
      proxyName,
      remarks,
      theirs: null,
      differences: [],
      say,
    };
    if (parsed.state === 'new' && home) this.compare(parsed, home, { channel: channel !== null, day });
    this.parsed.push(parsed);
  }

  /** One column with a word, or one column for each answer with a tick in one of them. */
  private choiceOf(
    at: (field: SheetField) => unknown,
    take: <T>(field: SheetField, read: (cell: unknown) => Reading<T>) => T | null,
    say: Say,
  ): Choice | null {
    const word = take('choice', readVote);
    const ticked = (['agree', 'disagree', 'abstain'] as const).filter((field) => take(field, readTick) === true);
    const all = new Set([...(word ? [word] : []), ...ticked]);
    if (all.size > 1) {
      const found = [...all].map((one) => FIELD_LABELS[one].zh).join('、');
      say('error', ticked.at(-1) ?? 'choice', reason('voteSheet.twoChoices', { found }));
      return null;
    }
    const isNone = compact(at('choice')) === '' && ticked.length === 0;
    return isNone ? null : ([...all][0] ?? null);
  }

  private homeOf(at: (field: SheetField) => unknown, formNo: string | null, say: Say): SheetHome | null {
    const { columns } = this.sheet;
    const form = formNo === null ? undefined : this.forms.get(nameKey(formNo));
    const ofForm = form && this.byId.get(form.householdId);
    const place = compact(at('where'));
    const named: Named = {
      building: compact(at('building')),
      unitNo: blankIsNone(at('unitNo')),
      room: compact(at('room')),
    };
    const isNamed = named.room !== '' || place !== '';
    if (!isNamed) {
      if (ofForm) return ofForm;
      const field = columns.room === undefined ? (columns.where === undefined ? 'formNo' : 'where') : 'room';
      if (formNo && !form) say('error', 'formNo', reason('vote.formUnknown', { found: shown(formNo) }));
      else say('error', field, reason('voteSheet.unnamed'));
      return null;
    }
    const found = named.room === '' ? this.homes.findWhere(place) : this.homes.find(named);
    if ('home' in found) return found.home;
    // the number of the form decides between dwellings that the row does not tell apart
    if (found.code === 'ambiguous' && ofForm) return ofForm;
    const field: SheetField = named.room === '' ? 'where' : found.code === 'building' ? 'building' : 'room';
    const buildings = [...new Set(this.facts.homes.map(({ buildingName }) => buildingName))];
    const expected = `${buildings.slice(0, 12).join('、')}${buildings.length > 12 ? '…' : ''}`;
    say('error', field, reason(`voteSheet.${found.code}`, { found: shown(writtenWhere(at)), expected }));
    return null;
  }

  private claim(home: SheetHome, rowNo: number, say: Say): boolean {
    const first = this.first.get(home.id);
    if (first === undefined) {
      this.first.set(home.id, rowNo);
      return true;
    }
    const field = (['room', 'where', 'formNo'] as const).find((one) => this.sheet.columns[one] !== undefined);
    say('error', field ?? null, reason('voteSheet.twice', { first }));
    return false;
  }

  private faultyFormula(row: GridRow, fields: readonly SheetField[], say: Say): boolean {
    const faulty = (row.formulas ?? []).filter(({ error }) => error !== null);
    const hit = fields.filter((field) => faulty.some(({ column }) => column === this.sheet.columns[field]));
    for (const field of hit)
      say(
        'error',
        field,
        reason('import.cell.formulaError', { found: shown(errorOf(row, this.sheet.columns[field])) || '—' }),
      );
    return hit.length > 0;
  }

  /** What a person should know of cells that were read: results of formulas, joined cells, rows that the sheet hides. */
  private remarkCells(row: GridRow, say: Say): void {
    if (row.hidden) say('warning', null, reason('voteSheet.hiddenRow'));
    for (const { field, column } of this.read.columns) {
      const formula = row.formulas?.find((one) => one.column === column);
      const found = shown(row.cells[column] ?? null);
      if (formula?.error === null) say('warning', field, reason('import.cell.formula', { found }));
      else if (formula && !['choice', 'agree', 'disagree', 'abstain'].includes(field))
        say('error', field, reason('import.cell.formulaError', { found: shown(formula.error) || '—' }));
      if (row.filled?.includes(column) && field !== 'building' && field !== 'unitNo')
        say('warning', field, reason('import.cell.merged', { found }));
    }
  }

  /** Held against what stands, in all that the row states. */
  private compare(parsed: Parsed, home: SheetHome, stated: { channel: boolean; day: CalendarDate | null }): void {
    const theirs = this.facts.standing.get(home.id);
    const { input } = parsed;
    if (!input || !theirs || theirs.choice === null) return;
    parsed.theirs = theirs;
    const add = (field: Difference['field'], mine: string | null | undefined, other: string | null) => {
      if (mine && mine !== other) parsed.differences.push({ field, mine, theirs: other ?? '' });
    };
    add('choice', input.choice, theirs.choice);
    if (stated.channel) add('channel', input.channel, theirs.channel);
    add('formNo', input.formNo, theirs.formNo);
    add('collector', input.collector, theirs.collector);
    add('collectedOn', stated.day, today(theirs.collectedAt));
    if (parsed.proxyName && !isMaskOf(parsed.proxyName, theirs.proxyName))
      add('proxy', parsed.proxyName, theirs.proxyName);
    add('wanted', input.wanted?.join('、'), [...theirs.wanted].sort().join('、'));
    add('problems', input.problems, theirs.problems);
    parsed.state = parsed.differences.length === 0 ? 'same' : 'differs';
  }

  /** The rules of recording, over all rows at once: what they refuse stands at its cell before anybody confirms. */
  judge(): void {
    const { round, menu, standing } = this.facts;
    const asked = this.parsed.flatMap((row) => (row.input && row.state !== 'same' ? [{ row, input: row.input }] : []));
    const forms = new Map(this.facts.forms.map((form) => [form.formNo, form]));
    const facts = asked.map(({ input }): BallotFacts => {
      const form = input.formNo ? forms.get(input.formNo) : undefined;
      const stands = standing.get(input.householdId);
      return {
        inRoll: true,
        standing: stands ? { ballotId: stands.ballotId, choice: stands.choice } : null,
        form: form ? { roundId: round.id, householdId: form.householdId, voided: form.voided } : null,
      };
    });
    const inputs = asked.map(({ input }) => input);
    for (const { row } of asked)
      if (row.proxyName?.includes('*'))
        row.say('error', 'proxy', reason('voteSheet.proxyMasked', { found: row.proxyName }));
    const { reasons } = judgeBallots({ ...round, menu: new Set(menu.map(({ code }) => code)) }, inputs, facts);
    for (const one of reasons) {
      const [, at, name] = one.field?.split('.') ?? [];
      const row = asked[Number(at)]?.row;
      if (!row) continue;
      row.say('error', FIELD_OF_INPUT[name ?? ''] ?? null, one);
      row.state = 'problem';
    }
    const failed = new Set(
      this.read.findings.flatMap(({ level, rowNo }) => (level === 'error' && rowNo ? [rowNo] : [])),
    );
    this.read.rows = this.parsed.map(({ say: _, ...row }) =>
      failed.has(row.rowNo) ? { ...row, state: 'problem', input: null } : row,
    );
  }
}

const FIELD_OF_INPUT: Record<string, SheetField> = {
  householdId: 'room',
  formNo: 'formNo',
  wanted: 'wanted',
  collectedAt: 'collectedOn',
};

const errorOf = ({ formulas = [] }: GridRow, column: number | undefined): string =>
  formulas.find((one) => one.column === column)?.error ?? '';

const blankIsNone = (cell: unknown): string => {
  const text = compact(cell);
  return /^[-—–/\\无]*$/.test(text) ? '' : text;
};

const writtenWhere = (at: (field: SheetField) => unknown): string =>
  shown(
    ['building', 'unitNo', 'room', 'where', 'formNo']
      .map((field) => compact(at(field as SheetField)))
      .filter((text) => text !== '')
      .slice(0, 3)
      .join(' '),
  );

/** Some day other than today is written at its noon; today is the moment of recording. */
function instantOf(day: CalendarDate, now: Date): string | null {
  if (day === today(now)) return null;
  return new Date((startOfDay(day).getTime() + endOfDay(day).getTime() + 1) / 2).toISOString();
}

const isMaskOf = (mine: string, theirs: string | null): boolean =>
  theirs !== null && (mine === theirs || (mine.includes('*') && mine.charAt(0) === theirs.charAt(0)));

type Given = { [K in keyof BallotInput]: BallotInput[K] | null };

/** What is not said is not sent. */
function ballotOf(given: Given & Pick<BallotInput, 'householdId' | 'choice' | 'channel'>): BallotInput {
  const said = Object.entries(given).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(said) as BallotInput;
}
