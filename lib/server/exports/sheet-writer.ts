import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DataValidation, Fill, Font, stream, Worksheet } from 'exceljs';
import type { CellValue } from './cells';

export type Workbook = InstanceType<typeof stream.xlsx.WorkbookWriter>;

export interface SheetColumn {
  header: string;
  width: number;
  format: string;
  hidden?: boolean;
  required?: boolean;
  validation?: ColumnValidation;
}

/** What the selected cell says, and what its list offers: words, or a range of another sheet. */
export interface ColumnValidation {
  title: string;
  prompt: string;
  list?: string;
}

const HEADER_FONT: Partial<Font> = { bold: true, color: { argb: 'FFFFFFFF' } };
const HEADER_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F5FA8' } };
const REQUIRED_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF9A4A00' } };
const EXAMPLE_FONT: Partial<Font> = { italic: true, color: { argb: 'FF7A7A7A' } };
const EXAMPLE_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };

/** Rows below the last one that still get dropdowns and help. */
const ROOM = 5_000;
const PAUSE_AFTER = 200;

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
    this.sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: frozenColumns, ySplit: 1 }] });
    this.sheet.columns = columns.map(({ width, hidden, format }) => ({
      width,
      hidden: hidden ?? false,
      style: { numFmt: format },
    }));
    this.header();
  }

  private header(): void {
    const row = this.sheet.addRow(this.columns.map(({ header }) => header));
    row.height = 30;
    for (const [index, { required }] of this.columns.entries())
      row.getCell(index + 1).style = {
        numFmt: '@',
        font: HEADER_FONT,
        fill: required ? REQUIRED_FILL : HEADER_FILL,
        alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
      };
    this.commitRow(row);
  }

  example(values: readonly CellValue[]): void {
    const row = this.sheet.addRow([...values]);
    for (const [index, { format }] of this.columns.entries())
      row.getCell(index + 1).style = { numFmt: format, font: EXAMPLE_FONT, fill: EXAMPLE_FILL };
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
    const last = this.written + ROOM;
    const validations: Record<string, DataValidation> = {};
    for (const [index, { validation }] of this.columns.entries()) {
      if (!validation) continue;
      const letter = letterOf(index);
      validations[`${letter}2:${letter}${last}`] = validationOf(validation);
    }
    // The streaming writer has the same model as the other one; its types leave it out.
    Object.assign((this.sheet as unknown as { dataValidations: { model: object } }).dataValidations.model, validations);
    this.sheet.commit();
  }
}

const cut = (text: string, length: number) => [...text].slice(0, length).join('');

function validationOf({ title, prompt, list }: ColumnValidation): DataValidation {
  const help = { showInputMessage: true, promptTitle: cut(title, 32), prompt: cut(prompt, 255) };
  // 'any' is what the file format calls a cell with help and no rule.
  if (!list) return { type: 'any', allowBlank: true, formulae: [], ...help } as unknown as DataValidation;
  return {
    type: 'list',
    allowBlank: true,
    formulae: [list],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '不在列表里',
    error: '请从下拉列表里选择；若确实需要别的写法，导入时会逐格说明能否识别。',
    ...help,
  };
}

/** 0 → A, 26 → AA. */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : letterOf(rest - 1) + letter;
}
