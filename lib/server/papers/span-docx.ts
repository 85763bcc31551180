import 'server-only';
import {
  AlignmentType,
  BorderStyle,
  Document,
  type IParagraphOptions,
  type ISectionPropertiesOptions,
  LineRuleType,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { AREA, type SpanCell, type SpanTable, widthOf } from '@/lib/domain/papers/span-table';
import { type Face, face, fontTable } from './fonts';
import { MARGIN, millimetres, PAGE, SIZE } from './measures';
import { footers, PAGE_SETUP, STYLES } from './page-setup';
import { sameBytes } from './same-bytes';

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
/** 小五 in the table, so that an indicator with its criteria stands together; 小4号 over it. */
const SMALL = 18;
const CELL_LINE = { line: 226, lineRule: LineRuleType.EXACT, before: 10, after: 10 };

/** The text area of an upright page, turned: the head of the page is where it is bound. */
const ACROSS: ISectionPropertiesOptions['page'] = {
  size: { ...PAGE, orientation: PageOrientation.LANDSCAPE },
  margin: {
    ...{ top: MARGIN.left, bottom: MARGIN.right, left: MARGIN.bottom, right: MARGIN.top },
    ...{ header: MARGIN.header, footer: millimetres(15), gutter: 0 },
  },
};

/** Without the grid of 22 lines: the small lines of a table would each be given one of them. */
const setupOf = ({ landscape }: SpanTable): ISectionPropertiesOptions => ({
  page: landscape ? ACROSS : PAGE_SETUP.page,
});

const line = (text: string, letters: Face, size: number, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ children: [new TextRun({ text, font: face(letters), size })], keepNext: true, ...more });

/** 附件 at the left, the title in the middle, whose it is over the table. */
function opening({ mark, title, head }: SpanTable): Paragraph[] {
  const spacing = { before: 0, after: 120, line: 640, lineRule: LineRuleType.EXACT };
  return [
    ...(mark ? [line(mark, '黑体', SIZE.three)] : []),
    line(title, '方正小标宋简体', SIZE.two - 8, { alignment: AlignmentType.CENTER, spacing }),
    line(head.join('　　'), '仿宋', SIZE.smallFour, { alignment: AlignmentType.LEFT }),
  ];
}

interface Look {
  table: SpanTable;
  letters: Face;
}

function cellOf(one: SpanCell, { table, letters }: Look): TableCell {
  const { text, columns, rows, left } = one;
  // a heading over the rows of its group does not stay behind at the foot of a page
  const keepNext = columns === table.columns.length;
  const alignment = left ? AlignmentType.LEFT : AlignmentType.CENTER;
  return new TableCell({
    width: { size: millimetres(widthOf(table, one)), type: WidthType.DXA },
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60 },
    children: text.split('\n').map((words) => line(words, letters, SMALL, { alignment, spacing: CELL_LINE, keepNext })),
  });
}

function rowOf(cells: readonly SpanCell[], look: Look, tableHeader = false): TableRow {
  return new TableRow({ tableHeader, cantSplit: true, children: cells.map((one) => cellOf(one, look)) });
}

function grid(table: SpanTable): Table {
  const head = table.columns.map(({ name }, column): SpanCell => {
    return { text: name, column, columns: 1, rows: 1, left: false, figure: false };
  });
  return new Table({
    width: { size: millimetres(table.landscape ? AREA.across : AREA.upright), type: WidthType.DXA },
    columnWidths: table.columns.map(({ width }) => millimetres(width)),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE },
    rows: [
      rowOf(head, { table, letters: '黑体' }, true),
      ...table.rows.map((cells) => rowOf(cells, { table, letters: '仿宋' })),
    ],
  });
}

/** A form as a docx on the pages of GB/T 9704, upright or across, its head repeated on each; the same form gives the same bytes. */
export async function spanDocx(table: SpanTable, creator: string): Promise<Buffer> {
  const last = new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 } });
  const document = new Document({
    ...{ title: table.title, creator, lastModifiedBy: creator, description: table.head.join(' ') },
    evenAndOddHeaderAndFooters: true,
    styles: STYLES,
    sections: [{ properties: setupOf(table), footers: footers(), children: [...opening(table), grid(table), last] }],
  });
  return sameBytes(await Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]));
}
