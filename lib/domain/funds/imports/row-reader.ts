import { columnName } from '../../imports/cell-address';
import { isBlank } from '../../imports/cells-numbers';
import { compact, type Reading, shown } from '../../imports/reading';
import { type Reason, reason } from '../../kernel/result';
import type { GridRow, SheetFinding } from '../../votes/sheet';
import { BANK_FIELDS, type Field, type FundHead, LEDGER_FIELDS } from './columns';

/** The largest sheet that is taken at once. */
export const MOST_LINES = 2_000;

/** Sums of a joined cell stand once, in its first row: below it they are not there. */
const SUMS: ReadonlySet<Field> = new Set<Field>(['in', 'out', 'amount', 'balance', 'serialNo']);

/** One row: its cells by field, and what is wrong with them, each at its cell. */
export class RowReader {
  constructor(
    readonly row: GridRow,
    private readonly head: FundHead,
    private readonly findings: SheetFinding[],
  ) {}

  has = (field: Field): boolean => this.head.columns[field] !== undefined;
  inWan = (field: Field): boolean => this.head.inWan.has(this.head.columns[field] ?? -1);

  raw(field: Field): unknown {
    const at = this.head.columns[field];
    if (at === undefined || (SUMS.has(field) && this.row.filled?.includes(at))) return null;
    return this.row.cells[at] ?? null;
  }

  private label(field: Field): string {
    const labels: Partial<Record<Field, string>> = this.head.kind === 'bank' ? BANK_FIELDS : LEDGER_FIELDS;
    return labels[field] ?? field;
  }

  isEmpty = (): boolean => this.row.cells.every((cell) => isBlank(compact(cell)));

  say(level: SheetFinding['level'], field: Field | null, found: Reason): void {
    const at = field === null ? undefined : this.head.columns[field];
    const cell = at === undefined ? null : `${columnName(at)}${this.row.rowNo}`;
    this.findings.push({ level, rowNo: this.row.rowNo, cell, code: found.code, params: found.params ?? {} });
  }

  error = (field: Field | null, found: Reason): void => this.say('error', field, found);

  /** null: blank, or unreadable and said so. */
  take<T>(field: Field, reading: Reading<T>): T | null {
    if ('error' in reading) {
      this.error(field, reading.error);
      return null;
    }
    for (const warning of reading.warnings ?? []) this.say('warning', field, warning);
    return reading.value;
  }

  need<T>(field: Field, reading: Reading<T>): T | null {
    const value = this.take(field, reading);
    if (value === null && !('error' in reading))
      this.error(field, reason('fundSheet.needed', { expected: this.label(field) }));
    return value;
  }

  formulas(): void {
    const fields = Object.entries(this.head.columns) as [Field, number][];
    for (const { column, error } of this.row.formulas ?? []) {
      const field = fields.find(([, at]) => at === column)?.[0];
      if (field && error !== null) this.error(field, reason('fundSheet.formulaError', { found: shown(error) }));
    }
    if (this.row.hidden) this.say('warning', null, reason('fundSheet.hiddenRow'));
  }
}

const ofSheet = (level: SheetFinding['level'], found: Reason, cell: string | null = null): SheetFinding => ({
  ...{ level, rowNo: null, cell, code: found.code, params: found.params ?? {} },
});

/** What is to be said of the head itself. */
export function headFindings(head: FundHead, rowNo: number): SheetFinding[] {
  return [
    ...head.twice.map(({ column, found }) =>
      ofSheet('error', reason('fundSheet.columnTwice', { found }), `${columnName(column)}${rowNo}`),
    ),
    ...(head.unknown.length > 0
      ? [
          ofSheet(
            'info',
            reason('fundSheet.unknownColumns', { found: head.unknown.map((one) => one.found).join('、') }),
          ),
        ]
      : []),
  ];
}

export const noHead = (): SheetFinding => ofSheet('error', reason('fundSheet.noHead'));
export const tooMany = (found: number): SheetFinding =>
  ofSheet('error', reason('fundSheet.tooMany', { found, expected: MOST_LINES }));
export const nothing = (): SheetFinding => ofSheet('error', reason('fundSheet.nothing'));
export const aboutSheet = ofSheet;
