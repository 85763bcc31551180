import 'server-only';
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type PaperCell, tableCells } from '@/lib/domain/papers/table-cells';
import type { PaperTable } from '@/lib/domain/papers/types';
import { type Face, face } from './fonts';
import { MARGIN, PAGE, SIZE, signsOf } from './measures';

const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const EDGE = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const CELL_LINE = { line: 340, lineRule: LineRuleType.EXACT, before: 40, after: 40 };

/** Ruled all round, its head repeated on each page, no row torn apart; 小4号, so that a table of many columns still reads. */
export function paperTable(table: PaperTable): FileChild[] {
  const widths = columnWidths(table);
  const body = tableCells(table).map((row) => rowOf(row, widths, '仿宋', false));
  const head = table.head.map((text, column) => ({ text, column, rows: 1, whole: true }));
  const caption = new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [new TextRun({ text: table.caption ?? '', font: face('黑体') })],
  });
  return [
    ...(table.caption ? [caption] : [new Paragraph({ spacing: { line: 200, lineRule: LineRuleType.EXACT } })]),
    new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      borders: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE },
      rows: [rowOf(head, widths, '黑体', true), ...body],
    }),
  ];
}

function rowOf(cells: readonly PaperCell[], widths: number[], letters: Face, tableHeader: boolean): TableRow {
  return new TableRow({
    tableHeader,
    cantSplit: true,
    children: cells.map((cell) => cellOf(cell, widths[cell.column] ?? 0, letters, tableHeader)),
  });
}

function cellOf({ text, rows }: PaperCell, size: number, letters: Face, isHead: boolean): TableCell {
  const run = { font: face(letters), size: SIZE.smallFour };
  return new TableCell({
    width: { size, type: WidthType.DXA },
    rowSpan: rows,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: isHead || signsOf(text) <= 10 ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: CELL_LINE,
          children: [new TextRun({ text: line, ...run })],
        }),
    ),
  });
}

/** Of one sign of 小4号, of a figure in the widest letters that stand in for 仿宋's, and what a cell keeps free at its sides, twips. */
const SIGN = 240;
const FIGURE = 160;
const FREE = 200;
const lineOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign <= '\u00ff' ? FIGURE : SIGN), FREE);
/** So much of the width at most goes to columns that are not broken. */
const MOST_WHOLE = 0.7;

/**
 * Columns of short words and figures stay on one line as long as the others have room left; those share what is left by what stands in
 * them, none as if it held more than twenty signs. Together the text area, to the twip.
 */
function columnWidths({ head, rows }: PaperTable): number[] {
  const longest = head.map((name, at) => Math.max(signsOf(name), 3, ...rows.map((row) => signsOf(row[at] ?? ''))));
  const whole = longest.map((signs, at) =>
    signs <= 8 ? Math.max(lineOf(head[at] ?? ''), ...rows.map((row) => lineOf(row[at] ?? ''))) : 0,
  );
  const taken = whole.reduce((sum, width) => sum + width, 0);
  const keeps = taken <= WIDTH * MOST_WHOLE && taken < WIDTH && whole.includes(0);
  const wanted = longest.map((signs, at) => (keeps && whole[at] ? 0 : Math.min(signs, 20) + 1));
  const sum = wanted.reduce((total, signs) => total + signs, 0);
  const room = keeps ? WIDTH - taken : WIDTH;
  const widths = wanted.map((signs, at) => (keeps && whole[at]) || Math.floor((room * signs) / sum));
  const left = WIDTH - widths.reduce((total, width) => total + width, 0);
  return widths.map((width, at) => (at === 0 ? width + left : width));
}
