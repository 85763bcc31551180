import 'server-only';
import { ENTITIES, type Entity, fieldSpec } from '@/lib/domain/imports/fields';
import { recogniseSheet } from '@/lib/domain/imports/header';
import { shown } from '@/lib/domain/imports/reading';
import type { Problem, SheetRecord } from '@/lib/domain/imports/records';
import { FINDINGS_SHEET, META_SHEET, TEMPLATE_VERSION } from '@/lib/domain/imports/template';
import { reason } from '@/lib/domain/kernel/result';
import type { Mapping, ReadMessage, ReadTask, SheetProposal } from '../types';
import { entityOfSheet, headerPlan, type SheetPlan } from './columns';
import { readCsv } from './csv';
import { MergedCells, type RecordContext, readRecord } from './records';
import { FileRefused } from './refusal';
import { type Cell, outline, type SheetOutline, type SheetRow, sheetRows } from './sheet';
import { sniff } from './sniff';
import { openWorkbook } from './workbook';
import { openZip } from './zip';

/** A file opened: its sheets by name, each with its outline and its rows. */
export interface Opened {
  sheets: { name: string; hidden: boolean }[];
  outline: (name: string) => Promise<SheetOutline>;
  rows: (name: string) => AsyncGenerator<SheetRow[]>;
  close: () => void;
}

export async function openFile(
  task: Pick<ReadTask, 'path' | 'fileName'>,
): Promise<{ opened: Opened; problems: Problem[] }> {
  const { kind, size } = await sniff(task.path);
  if (kind === 'csv') return openCsv(task);
  const zip = await openZip(task.path, size);
  const workbook = await openWorkbook(zip);
  const find = (name: string) => {
    const sheet = workbook.sheets.find((one) => one.name === name);
    if (!sheet) throw new FileRefused('damaged');
    return sheet;
  };
  const problems: Problem[] = /\.csv$/i.test(task.fileName) ? [fileNote('import.file.xlsxNamedCsv')] : [];
  return {
    opened: {
      sheets: workbook.sheets,
      outline: (name) => outline(workbook, find(name)),
      rows: (name) => sheetRows(workbook, find(name)),
      close: () => zip.close(),
    },
    problems,
  };
}

const fileNote = (code: string, params: Problem['params'] = {}): Problem => ({
  level: 'info',
  sheet: '',
  rowNo: null,
  cell: null,
  code,
  params,
});

async function openCsv(task: Pick<ReadTask, 'path' | 'fileName'>): Promise<{ opened: Opened; problems: Problem[] }> {
  const rows = await readCsv(task.path);
  const problems = /\.csv$/i.test(task.fileName) ? [] : [fileNote('import.file.csvRenamed')];
  async function* all() {
    for (let start = 0; start < rows.length; start += 1000) yield rows.slice(start, start + 1000);
  }
  const name = 'CSV';
  return {
    opened: {
      sheets: [{ name, hidden: false }],
      outline: async () => ({ rows: rows.length, merges: [] }),
      rows: all,
      close: () => {},
    },
    problems,
  };
}

export async function firstRows(opened: Opened, name: string, count = 40): Promise<SheetRow[]> {
  const first: SheetRow[] = [];
  for await (const rows of opened.rows(name)) {
    first.push(...rows);
    if (first.length >= count) break;
  }
  return first.slice(0, count);
}

interface Meta {
  version: string;
  county: string;
  countyName: string;
}

async function readMeta(opened: Opened): Promise<Meta | null> {
  if (!opened.sheets.some((sheet) => sheet.name === META_SHEET)) return null;
  const pairs = new Map((await firstRows(opened, META_SHEET)).map(({ cells }) => [String(cells[0] ?? ''), cells[1]]));
  const text = (key: string) => String(pairs.get(key) ?? '');
  return { version: text('version'), county: text('county'), countyName: text('countyName') };
}

async function* readTemplate(
  opened: Opened,
  meta: Meta | null,
  task: ReadTask,
  problems: Problem[],
): AsyncGenerator<ReadMessage> {
  if (meta && meta.county !== '' && meta.county !== task.countyCode)
    throw new FileRefused('otherCounty', { found: meta.countyName || meta.county, expected: task.countyName });
  if (meta && meta.version !== TEMPLATE_VERSION)
    problems.push(fileNote('import.file.olderTemplate', { found: meta.version || '—', expected: TEMPLATE_VERSION }));
  const sheets: { name: string; entity: Entity; plan: SheetPlan; outline: SheetOutline }[] = [];
  for (const entity of ENTITIES) {
    const sheet = opened.sheets.find((one) => entityOfSheet(one.name) === entity);
    if (!sheet) continue;
    const plan = headerPlan(sheet.name, entity, await firstRows(opened, sheet.name, 10), task.facilities);
    if (!plan) problems.push({ ...fileNote('import.sheet.noHeader'), level: 'warning', sheet: sheet.name });
    else sheets.push({ name: sheet.name, entity, plan, outline: await opened.outline(sheet.name) });
  }
  const total = sheets.reduce((sum, sheet) => sum + sheet.outline.rows, 0);
  yield { type: 'opened', kind: 'template', total, templateVersion: meta?.version ?? null };
  yield { type: 'rows', rows: [], done: 0, problems: [...problems, ...sheets.flatMap(({ plan }) => plan.problems)] };
  let done = 0;
  for (const { name, plan, outline: shape } of sheets) {
    const context = { sheet: name, plan, merges: shape.merges, constants: {} };
    for await (const message of readRecords(opened, context, done)) yield message;
    done += shape.rows;
  }
}

const BATCH = 1_000;

async function* readRecords(opened: Opened, context: RecordContext, before: number): AsyncGenerator<ReadMessage> {
  const merged = new MergedCells(context.merges);
  let rows: SheetRecord[] = [];
  let problems: Problem[] = [];
  let done = before;
  for await (const chunk of opened.rows(context.sheet)) {
    for (const row of chunk) {
      done++;
      const filled = merged.fill(row);
      if (row.rowNo <= context.plan.headerRow) continue;
      const read = readRecord(row, context, filled);
      problems.push(...read.problems);
      if (read.record) rows.push(read.record);
      if (rows.length < BATCH) continue;
      yield { type: 'rows', rows, done, problems };
      rows = [];
      problems = [];
    }
  }
  yield { type: 'rows', rows, done, problems };
}

/** A list that is not our template: every sheet that has a header, with what its columns seem to be and a few of their values. */
async function propose(opened: Opened): Promise<SheetProposal[]> {
  const proposals: SheetProposal[] = [];
  for (const { name, hidden } of opened.sheets) {
    if (hidden || name === FINDINGS_SHEET) continue;
    const rows = await firstRows(opened, name, 60);
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    const padded = rows.map(({ cells }) => [...cells, ...Array<Cell>(width - cells.length).fill(null)]);
    const reading = recogniseSheet(padded, 'compound');
    if (!reading) continue;
    const after = rows.slice(reading.headerRow + 1);
    const columns = reading.columns.map((column) => ({
      ...column,
      field:
        column.field !== null && fieldSpec('compound', column.field)?.role !== 'key' ? mappable(column.field) : null,
      samples: after
        .map(({ cells }) => shown(cells[column.column]))
        .filter((text) => text !== '')
        .slice(0, 3),
    }));
    const headerRow = rows[reading.headerRow]?.rowNo ?? 1;
    proposals.push({ sheet: name, headerRow, title: reading.title, fingerprint: reading.fingerprint, columns });
  }
  return proposals;
}

const mappable = (field: string): string | null => (fieldSpec('compound', field) ? field : null);

async function* readMapped(opened: Opened, mapping: Mapping, problems: Problem[]): AsyncGenerator<ReadMessage> {
  if (!opened.sheets.some((sheet) => sheet.name === mapping.sheet))
    throw new FileRefused('noSheet', { found: mapping.sheet });
  const shape = await opened.outline(mapping.sheet);
  const columns = mapping.columns.flatMap(({ column, field, unit }) => {
    const spec = field === null ? undefined : fieldSpec('compound', field);
    return spec ? [{ column, spec, unit }] : [];
  });
  const plan: SheetPlan = {
    entity: 'compound',
    headerRow: mapping.headerRow,
    columns,
    idColumn: null,
    versionColumn: null,
    problems: [],
  };
  yield { type: 'opened', kind: 'mapped', total: shape.rows, templateVersion: null };
  yield { type: 'rows', rows: [], done: 0, problems };
  const context = { sheet: mapping.sheet, plan, merges: shape.merges, constants: mapping.constants };
  yield* readRecords(opened, context, 0);
}

/** Reads a file from its first byte to its last row, in messages small enough to hand from thread to thread. */
export async function* readFile(task: ReadTask): AsyncGenerator<ReadMessage> {
  let opened: Opened | undefined;
  try {
    const found = await openFile(task);
    opened = found.opened;
    const meta = await readMeta(opened);
    const ours = opened.sheets.filter((sheet) => entityOfSheet(sheet.name)).length;
    if (task.mapping) yield* readMapped(opened, task.mapping, found.problems);
    else if (meta || ours >= 2) yield* readTemplate(opened, meta, task, found.problems);
    else {
      const sheets = await propose(opened);
      if (sheets.length === 0) throw new FileRefused('noHeader');
      yield { type: 'proposal', proposal: { reason: reason('import.file.notTemplate'), sheets } };
    }
    yield { type: 'end' };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    yield { type: 'refused', reason: error.reason };
  } finally {
    opened?.close();
  }
}
