import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DataValidation, stream, Worksheet } from 'exceljs';
import type { CellValue } from './cells';
import {
  alignmentOf,
  exampleStyle,
  headerStyle,
  PAGE_FOOTER,
  pageSetupOf,
  type SheetColumn,
  validationsOf,
} from './sheet-look';

export type Workbook = InstanceType<typeof stream.xlsx.WorkbookWriter>;

/** Rows below the last one that still get dropdowns and help. */
const ROOM = 5_000;
const PAUSE_AFTER = 100;

/** The streaming writer has the same model as the other one; its types leave it out. */
export function setValidations(sheet: Worksheet, validations: Record<string, DataValidation>): void {
  Object.assign((sheet as unknown as { dataValidations: { model: object } }).dataValidations.model, validations);
}

/** One sheet, row by row: header, perhaps an example, then data; written out as it goes. */
export class SheetWriter {
  private readonly sheet: Worksheet;
  private written = 0;

  constructor(
    workbook: Workbook,
    name: string,
    private readonly columns: readonly SheetColumn[],
    frozenColumns: number,
  ) {
    this.sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: frozenColumns, ySplit: 1 }],
      pageSetup: pageSetupOf(columns, frozenColumns),
      headerFooter: PAGE_FOOTER,
    });
    this.sheet.columns = columns.map(({ width, hidden, format }) => ({
      width,
      hidden: hidden ?? false,
      style: { numFmt: format, alignment: alignmentOf(format) },
    }));
    this.header();
  }

  private header(): void {
    const row = this.sheet.addRow(this.columns.map(({ header }) => header));
    row.height = 30;
    for (const [index, { required }] of this.columns.entries()) row.getCell(index + 1).style = headerStyle(required);
    this.commitRow(row);
  }

  example(values: readonly CellValue[]): void {
    const row = this.sheet.addRow([...values]);
    for (const [index, { format }] of this.columns.entries()) row.getCell(index + 1).style = exampleStyle(format);
    this.commitRow(row);
  }

  /** Pauses now and then, so that what is written can leave for the file and the process answers others. */
  async add(values: readonly CellValue[]): Promise<void> {
    this.commitRow(this.sheet.addRow([...values]));
    if (this.written % PAUSE_AFTER === 0) await nextTurn();
  }

  private commitRow(row: { commit: () => void }): void {
    row.commit();
    this.written++;
  }

  end(): void {
    setValidations(this.sheet, validationsOf(this.columns, 2, this.written + ROOM));
    this.sheet.commit();
  }
}
