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
const MANY = 6;
const EDGE = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const CELL_LINE = { line: 340, lineRule: LineRuleType.EXACT, before: 40, after: 40 };
const DENSE_LINE = { line: 280, lineRule: LineRuleType.EXACT, before: 10, after: 10 };

/** Ruled all round, its head repeated on each page, no row torn apart; 小4号, and 5号 where there are more than six columns, so that their figures stay whole. */
export function paperTable(table: PaperTable): FileChild[] {
  const size = table.head.length > MANY || table.dense ? SIZE.five : SIZE.smallFour;
  const line = table.dense ? DENSE_LINE : CELL_LINE;
  const widths = columnWidths(table, size);
  const body = tableCells(table).map((row) => rowOf(row, { widths, size, line, letters: '仿宋', isHead: false }));
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
      rows: [rowOf(head, { widths, size, line, letters: '黑体', isHead: true }), ...body],
    }),
  ];
}

interface Look {
  widths: number[];
  /** of the letters, half points */
  size: number;
  letters: Face;
  line: typeof CELL_LINE | typeof DENSE_LINE;
  isHead: boolean;
}

function rowOf(cells: readonly PaperCell[], look: Look): TableRow {
  return new TableRow({
    tableHeader: look.isHead,
    cantSplit: true,
    children: cells.map((cell) => cellOf(cell, look)),
  });
}

function cellOf({ text, rows, column }: PaperCell, { widths, size, line: spacing, letters, isHead }: Look): TableCell {
  const run = { font: face(letters), size };
  return new TableCell({
    width: { size: widths[column] ?? 0, type: WidthType.DXA },
    rowSpan: rows,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: isHead || signsOf(text) <= 10 ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing,
          children: [new TextRun({ text: line, ...run })],
        }),
    ),
  });
}

/** What a cell keeps free at its sides, twips. */
const FREE = 200;
/** On one line: a sign is as wide as the letters are high, a figure two thirds of it in the widest letters that stand in for 仿宋's. */
const lineOf = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (sign <= '\u00ff' ? (size * 20) / 3 : size * 10), FREE);
/** So much of the width at most goes to columns that are not broken. */
const MOST_WHOLE = 0.7;
/** 1,240.50, and with what it is counted in: 82户, 4,165.5㎡ */
const isFigures = (text: string): boolean => /^([\u0020-\u00ff—]*|[\d,.]+.{0,2})$/.test(text);

/**
 * Columns of short words and figures stay on one line as long as the others have room left; if that is too much those of figures and of one
 * word, else those of figures alone; the rest share what is left by what stands in them, each with what it keeps free, none as if it held more than twenty signs. Together
 * the text area, to the twip.
 */
function columnWidths({ head, rows }: PaperTable, size: number): number[] {
  const cells = head.map((name, at) => [name, ...rows.map((row) => row[at] ?? '')]);
  const longest = cells.map((texts) => Math.max(3, ...texts.map(signsOf)));
  const wholeOf = (isOne: (at: number) => boolean) =>
    cells.map((texts, at) => (isOne(at) ? Math.ceil(Math.max(...texts.map((text) => lineOf(text, size)))) : 0));
  const isShort = (at: number) => (longest[at] ?? 0) <= 8;
  const taken = (widths: number[]) => widths.reduce((sum, width) => sum + width, 0);
  const hasFigures = (at: number) => isShort(at) && (cells[at] ?? []).slice(1).every(isFigures);
  const isWord = (at: number) => (longest[at] ?? 0) <= 3;
  const whole = [isShort, (at: number) => isWord(at) || hasFigures(at), hasFigures]
    .map(wholeOf)
    .find((widths) => taken(widths) <= WIDTH * MOST_WHOLE && widths.includes(0));
  const wanted = longest.map((signs, at) => (whole?.[at] ? 0 : Math.min(signs, 20) + 1));
  const sum = wanted.reduce((total, signs) => total + signs, 0);
  const room = WIDTH - taken(whole ?? []) - FREE * wanted.filter((signs) => signs > 0).length;
  const widths = wanted.map((signs, at) => whole?.[at] || FREE + Math.floor((room * signs) / sum));
  const left = WIDTH - taken(widths);
  return widths.map((width, at) => (at === 0 ? width + left : width));
}
