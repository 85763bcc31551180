import 'server-only';
import type { Alignment, DataValidation, Fill, Font, PageSetup, Style } from 'exceljs';
import { columnName } from '@/lib/domain/imports/cell-address';

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

export const headerStyle = (required = false): Partial<Style> => ({
  numFmt: '@',
  font: HEADER_FONT,
  fill: required ? REQUIRED_FILL : HEADER_FILL,
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
});

/** Words stand a little off their edge: beside a number at its right they would read as one with it. */
export const alignmentOf = (format: string): Partial<Alignment> =>
  format === '@' ? { horizontal: 'left', indent: 1 } : {};

export const exampleStyle = (format: string): Partial<Style> => ({
  numFmt: format,
  font: EXAMPLE_FONT,
  fill: EXAMPLE_FILL,
  alignment: alignmentOf(format),
});

/** Width of an A4 page across, in characters of a cell, where the print can still be read. */
const PAGE_WIDTH = 150;

/** Prints across A4 on as few pages side by side as stay legible; the head and the frozen columns stand on each. */
export function pageSetupOf(columns: readonly SheetColumn[], frozen: number, headerRow = 1): Partial<PageSetup> {
  const width = columns.reduce((sum, column) => sum + (column.hidden ? 0 : column.width), 0);
  const across = Math.max(1, Math.ceil(width / PAGE_WIDTH));
  return {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: across,
    fitToHeight: 0,
    printTitlesRow: `${headerRow}:${headerRow}`,
    ...(across > 1 ? { printTitlesColumn: `A:${columnName(Math.max(frozen, 1) - 1)}` } : {}),
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
  };
}

/** 第 1 页，共 3 页 */
export const PAGE_FOOTER = { oddFooter: '&C第 &P 页，共 &N 页' };

/** The help and dropdowns of each column, from a row to a row, as the file holds them. */
export function validationsOf(
  columns: readonly SheetColumn[],
  first: number,
  last: number,
): Record<string, DataValidation> {
  const found: Record<string, DataValidation> = {};
  for (const [index, { validation }] of columns.entries()) {
    const letter = columnName(index);
    if (validation) found[`${letter}${first}:${letter}${last}`] = validationOf(validation);
  }
  return found;
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
