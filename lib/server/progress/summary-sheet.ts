import 'server-only';
import ExcelJS from 'exceljs';
import {
  closingLines,
  MONTH_TITLE,
  type MonthPaper,
  monthWords,
  peopleOf,
  receiptTime,
} from '@/lib/domain/progress/month-paper';
import { percentText } from '@/lib/domain/progress/percent';
import { firstDay, type ReportMonth } from '@/lib/domain/progress/report-month';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import { type Reader, withReader } from '@/lib/server/db/with-reader';
import { sameBytes } from '@/lib/server/papers/same-bytes';
import { type CellValue, exactNumber } from '@/lib/server/workbooks/cells';
import { alignmentOf, headerStyle, PAGE_FOOTER, pageSetupOf } from '@/lib/server/workbooks/sheet-look';
import { monthRows, summaryRows } from './county-month';
import { sheetOf } from './sheet-facts';
import { type SummaryContent, summaryContent } from './summary';

/** The summary as it was sent, whatever was corrected since; before it is sent, what would be. */
async function monthOnPaper(
  reader: Reader,
  actor: Actor,
  { month, countyId, county }: { month: ReportMonth; countyId: string; county: string },
): Promise<MonthPaper> {
  const here = Prisma.sql`s.county_id = ${countyId}::uuid AND s.month = ${firstDay(month)}::date AND s.status <> 'returned'`;
  const [summary] = await summaryRows(reader, here);
  if (!summary)
    return {
      county,
      month,
      summary: null,
      content: summaryContent(month, await monthRows(reader, actor, month, countyId)),
    };
  const [kept] = await reader.$queryRaw<{ content: SummaryContent }[]>`
    SELECT content FROM county_month WHERE id = ${summary.id}::uuid`;
  if (!kept) throw new Error(`summary ${summary.id} has no content`);
  return { county, month, summary, content: kept.content };
}

/** Together as wide as a page across: the signatures stand under all of it. */
const COLUMNS = [
  { header: '序号', width: 6, format: '0' },
  { header: '项目编号', width: 18, format: '@' },
  { header: '项目名称', width: 30, format: '@' },
  { header: '阶段', width: 6, format: '0' },
  { header: '完成比例（%）', width: 11, format: '0.00' },
  { header: '本月完成投资（元）', width: 17, format: '#,##0.00' },
  { header: '现场人数', width: 8, format: '0' },
  { header: '存在问题', width: 34, format: '@' },
  { header: '首次收到时间', width: 20, format: '@' },
];
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const FONT = { name: 'Calibri', family: 2, size: 11 };

/** Title, county and month, then the head of the table. */
const HEAD_ROW = 3;

/** Of a report that was not accepted there is nothing to print. */
function lineOf(line: MonthPaper['content']['lines'][number], at: number): CellValue[] {
  const { code, name, stage, percentBp, investment, people, problems, firstReceivedAt } = line;
  const isAccepted = percentBp !== null;
  return [
    ...[at + 1, code, name, stage],
    percentBp === null ? null : exactNumber(percentText(percentBp)),
    investment && exactNumber(investment),
    isAccepted ? people : null,
    isAccepted ? problems : null,
    receiptTime(firstReceivedAt),
  ];
}

const sumOf = (content: MonthPaper['content']): CellValue[] => [
  ...['合计', null, `${content.projects} 个项目`, null, null],
  ...[exactNumber(content.investment), peopleOf(content), null, null],
];

/** The county's month as an office prints and files it: the same month is the same bytes. */
export async function summarySheet(paper: MonthPaper): Promise<Buffer> {
  const { county, month, content } = paper;
  const book = new ExcelJS.Workbook();
  book.created = new Date(0);
  book.modified = new Date(0);
  const sheet = book.addWorksheet('月度汇总', {
    views: [{ state: 'frozen', xSplit: 3, ySplit: HEAD_ROW }],
    pageSetup: pageSetupOf(COLUMNS, 3, HEAD_ROW),
    headerFooter: PAGE_FOOTER,
  });
  sheet.columns = COLUMNS.map(({ width, format }) => ({
    width,
    style: { numFmt: format, font: FONT, alignment: { vertical: 'top', wrapText: true, ...alignmentOf(format) } },
  }));
  const across = (text: string, look: Partial<ExcelJS.Style>) => {
    const row = sheet.addRow([text]);
    sheet.mergeCells(row.number, 1, row.number, COLUMNS.length);
    row.getCell(1).style = { numFmt: '@', ...look };
    return row;
  };
  across(MONTH_TITLE, {
    font: { ...FONT, bold: true, size: 16 },
    alignment: { horizontal: 'center', vertical: 'middle' },
  }).height = 32;
  across(`县市：${county}    月份：${monthWords(month)}    金额单位：元`, { alignment: { vertical: 'middle' } });
  const head = sheet.addRow(COLUMNS.map(({ header }) => header));
  head.height = 30;
  for (const index of COLUMNS.keys()) head.getCell(index + 1).style = { ...headerStyle(), border: BORDER };
  for (const [at, line] of content.lines.entries()) sheet.addRow(lineOf(line, at));
  sheet.addRow(sumOf(content)).font = { ...FONT, bold: true };
  for (let at = HEAD_ROW + 1; at <= sheet.rowCount; at++)
    for (const index of COLUMNS.keys()) sheet.getRow(at).getCell(index + 1).border = BORDER;
  for (const line of closingLines(paper)) across(line, { alignment: { vertical: 'middle' } }).height = 22;
  return sameBytes(new Uint8Array(await book.xlsx.writeBuffer()));
}

/** For its papers: a county's own, the prefecture's by name. A summary names every project of the county: it is the offices'. */
export async function monthOfCounty(
  actor: Actor,
  month: ReportMonth,
  asked: string | undefined,
): Promise<Answer<MonthPaper>> {
  if (actor.level !== 'prefecture' && actor.level !== 'county') return notFound();
  return withReader(actor, async (reader) => {
    const of = await sheetOf(reader, actor, asked);
    if (!of.ok) return of;
    const { county: countyId = '', name: county } = of.value;
    return done(await monthOnPaper(reader, actor, { month, countyId, county }));
  });
}
