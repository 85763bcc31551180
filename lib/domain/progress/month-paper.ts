import { grouped } from '../papers/grouped-money';
import { cell, type SpanCell, type SpanTable } from '../papers/span-table';
import type { SummaryView } from './answers';
import { percentText } from './percent';

interface Line {
  code: string;
  name: string;
  stage: number;
  /** basis points; null: no report of it was accepted */
  percentBp: number | null;
  /** 元 */
  investment: string | null;
  people: number | null;
  problems: string | null;
  firstReceivedAt: string | null;
}

/** A county's month as it is printed and filed. */
export interface MonthPaper {
  county: string;
  month: string;
  /** null: not sent, or given back; the content is then what was accepted up to now */
  summary: SummaryView | null;
  content: { projects: number; investment: string; lines: readonly Line[] };
}

export const MONTH_TITLE = '老旧小区改造项目进展月度汇总表';

/** To the second, as clocks in Asia/Shanghai show it: a receipt decides whether it was in time. */
export const receiptTime = (instant: string | null): string | null =>
  instant && new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

export const peopleOf = ({ lines }: MonthPaper['content']): number =>
  lines.reduce((sum, line) => sum + (line.percentBp === null ? 0 : (line.people ?? 0)), 0);

/** Who filled it in, reviewed and signed it, and the receipt; of one that was not sent, how far it is. */
export function closingLines({ summary, content }: MonthPaper): string[] {
  if (!summary) {
    const accepted = content.lines.filter(({ percentBp }) => percentBp !== null).length;
    return [
      '填报人：            审核人：            签发人：',
      `尚未报送。已接收 ${accepted} 个项目的月报，共 ${content.projects} 个；以报送的为准。`,
    ];
  }
  const { filler, reviewer, signer, no, receivedAt, firstReceivedAt, hash, decidedAt } = summary;
  const first = firstReceivedAt === receivedAt ? '' : `（首次收到：${receiptTime(firstReceivedAt)}）`;
  return [
    `填报人：${filler}    审核人：${reviewer}    签发人：${signer}`,
    `第 ${no} 次报送，系统收到时间：${receiptTime(receivedAt)}${first}`,
    `回执校验码：${hash}`,
    decidedAt ? `州住建局接收时间：${receiptTime(decidedAt)}` : '等待州住建局接收',
  ];
}

const COLUMNS = [
  { name: '序号', width: 9 },
  { name: '项目编号', width: 32 },
  { name: '项目名称', width: 46 },
  { name: '阶段', width: 10 },
  { name: '完成比例（%）', width: 17 },
  { name: '本月完成投资（元）', width: 28 },
  { name: '现场人数', width: 13 },
  { name: '存在问题', width: 38 },
  { name: '首次收到时间', width: 32 },
];

/** Of a report that was not accepted there is nothing to print. */
function rowOf(line: Line, at: number): SpanCell[] {
  const isAccepted = line.percentBp !== null;
  const texts = [
    ...[String(at + 1), line.code, line.name, String(line.stage)],
    line.percentBp === null ? '' : percentText(line.percentBp),
    line.investment === null ? '' : grouped(line.investment),
    isAccepted ? String(line.people ?? '') : '',
    isAccepted ? (line.problems ?? '') : '',
    receiptTime(line.firstReceivedAt) ?? '',
  ];
  return texts.map((text, column) => cell(column, text, { left: column === 2 || column === 7 }));
}

const sumRow = ({ content }: MonthPaper): SpanCell[] =>
  [
    ...['合计', '', `${content.projects} 个项目`, '', '', grouped(content.investment)],
    ...[String(peopleOf(content)), '', ''],
  ].map((text, column) => cell(column, text));

/** 月度汇总表 across an A4, with the signatures and the receipt below the sums. */
export function monthTable(paper: MonthPaper): SpanTable {
  const all = { columns: COLUMNS.length, left: true };
  return {
    mark: null,
    title: MONTH_TITLE,
    head: [`县市：${paper.county}`, `月份：${monthWords(paper.month)}`, '金额单位：元'],
    landscape: true,
    columns: COLUMNS,
    rows: [
      ...paper.content.lines.map(rowOf),
      sumRow(paper),
      ...closingLines(paper).map((text) => [cell(0, text, all)]),
    ],
  };
}
