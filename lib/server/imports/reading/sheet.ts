import 'server-only';
import { columnOf } from '@/lib/domain/imports/cell-address';
import { FileRefused, LIMITS } from './refusal';
import type { SheetInfo, Workbook } from './workbook';
import { XmlFault, XmlScanner } from './xml-scanner';

export type Cell = string | number | boolean | Date | null;

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1; blank rows keep their numbers. */
  rowNo: number;
  cells: Cell[];
  /** Columns whose value is what a formula last gave; error: it gave an error (#REF!, #N/A …) or nothing. */
  formulas: { column: number; error: string | null }[];
  /** Columns whose number is shown as a percentage: 0.45 there reads 45%. */
  percents?: number[];
  /** The sheet does not show it: folded away, or left out by a filter. */
  hidden?: boolean;
}

/** Rows from … to …, columns from … to … (from 1 and from 0), joined into one cell. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface SheetOutline {
  /** All of them, also those that are only drawn. */
  rows: number;
  merges: Merge[];
}

function mergeOf(reference: string): Merge | null {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference);
  if (!match) return null;
  const [, left = '', top, right = '', bottom] = match;
  return { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) };
}

const ROW = /<(?:\w+:)?row\b/;
const VALUE = /<(?:\w+:)?(?:v|t|f)[\s>]/;

/** A first, quick pass: how many rows there are (for the progress) and which cells are joined (the list of them stands at the end). */
export async function outline(workbook: Workbook, sheet: SheetInfo): Promise<SheetOutline> {
  const merges: Merge[] = [];
  let rows = 0;
  let filled = 0;
  let counted = true;
  let rest = '';
  for await (const chunk of workbook.zip.chunks(sheet.path)) {
    const text = rest + chunk;
    // Anything cut off at the end of a chunk is looked at again with the next.
    const upTo = text.lastIndexOf('<');
    const whole = upTo < 0 ? text : text.slice(0, upTo);
    rest = upTo < 0 ? '' : text.slice(upTo);
    for (const [at, part] of whole.split(ROW).entries()) {
      if (at > 0) {
        rows++;
        counted = false;
      }
      if (counted || !VALUE.test(part)) continue;
      counted = true;
      filled++;
    }
    // said before a single row is taken: nothing is staged of a sheet that will not be read to its end
    if (filled > LIMITS.rows) throw new FileRefused('tooManyRows', { limit: LIMITS.rows });
    for (const [, reference = ''] of whole.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]+)"/g)) {
      const merge = mergeOf(reference);
      if (merge && merges.length < 50_000) merges.push(merge);
    }
  }
  return { rows, merges };
}

const DAY = 86_400_000;

/** A serial day number as the moment it shows, in UTC. Excel counts a 29 February 1900 that never was. */
function dateOf(serial: number, date1904: boolean): Date {
  const days = date1904 ? serial + 1462 : serial;
  return new Date(Math.round((days - 25_569) * DAY));
}

class RowReader {
  readonly done: SheetRow[] = [];
  private row: SheetRow | null = null;
  private column = -1;
  private rowNo = 0;
  private type = 'n';
  private isDate = false;
  private isPercent = false;
  private formula = false;
  private raw = '';
  private into = false;
  private phonetic = false;

  constructor(private readonly workbook: Workbook) {}

  open(name: string, attribute: (key: string) => string | undefined): void {
    if (name === 'c') this.openCell(attribute);
    else if (name === 'v' || name === 't') this.into = !this.phonetic && this.column >= 0;
    else if (name === 'f') this.formula = true;
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'row') {
      this.rowNo = Number(attribute('r') ?? this.rowNo + 1);
      this.row = { rowNo: this.rowNo, cells: [], formulas: [] };
      if (/^(1|true)$/.test(attribute('hidden') ?? '')) this.row.hidden = true;
      this.column = -1;
    }
  }

  private openCell(attribute: (key: string) => string | undefined): void {
    const reference = attribute('r');
    this.column = reference ? columnOf(reference) : this.column + 1;
    this.type = attribute('t') ?? 'n';
    const style = attribute('s');
    const shown = this.type === 'n' && style !== undefined ? this.workbook.formats[Number(style)] : null;
    this.isDate = shown === 'date';
    this.isPercent = shown === 'percent';
    this.raw = '';
    this.formula = false;
  }

  text(piece: string): void {
    if (this.into) this.raw += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.into = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row' && this.row) {
      this.done.push(this.row);
      this.row = null;
    }
  }

  private closeCell(): void {
    if (!this.row || this.column < 0 || this.column >= LIMITS.columns) return;
    const value = this.value();
    if (this.formula || this.type === 'e') {
      const error = this.type === 'e' ? this.raw : this.raw === '' ? '' : null;
      this.row.formulas.push({ column: this.column, error });
    }
    if (value === null) return;
    while (this.row.cells.length < this.column) this.row.cells.push(null);
    this.row.cells[this.column] = value;
    if (this.isPercent) this.row.percents = [...(this.row.percents ?? []), this.column];
  }

  private value(): Cell {
    if (this.type === 's') return this.workbook.strings[Number(this.raw)] || null;
    if (this.raw === '' || this.type === 'e') return null;
    if (this.type === 'b') return this.raw === '1' || this.raw === 'true';
    if (this.type === 'd') return new Date(this.raw);
    if (this.type !== 'n') return this.raw;
    const number = Number(this.raw);
    if (!Number.isFinite(number)) return this.raw;
    return this.isDate && number > 0 && number < 2_958_466 ? dateOf(number, this.workbook.date1904) : number;
  }
}

/** The rows that hold anything, in order, a chunk of the file at a time. */
export async function* sheetRows(workbook: Workbook, sheet: SheetInfo): AsyncGenerator<SheetRow[]> {
  const reader = new RowReader(workbook);
  const scanner = new XmlScanner({
    open: (name, attribute) => reader.open(name, attribute),
    close: (name) => reader.close(name),
    text: (piece) => reader.text(piece),
  });
  let count = 0;
  try {
    for await (const chunk of workbook.zip.chunks(sheet.path)) {
      scanner.feed(chunk);
      const rows = reader.done.splice(0).filter((row) => row.cells.length > 0 || row.formulas.length > 0);
      count += rows.length;
      if (count > LIMITS.rows) throw new FileRefused('tooManyRows', { limit: LIMITS.rows });
      if (rows.length > 0) yield rows;
    }
    scanner.end();
  } catch (error) {
    throw error instanceof XmlFault ? new FileRefused('damaged') : error;
  }
}
