import { cell, type SpanCell, type SpanTable } from '../../papers/span-table';
import { SCORE_STAGES, type ScoreStage } from '../columns';
import type { Points } from '../sheet';
import type { AnnexColumn } from './annex';
import { pointsText } from './words';

/** A county on the sheet that the deliberation has before it. */
export interface DecisionRow {
  county: string;
  /** null: the stage has not spoken */
  totals: { [Stage in ScoreStage]: Pick<AnnexColumn, 'total' | 'bonus' | 'grade'> | null };
  rank: number | null;
  /** in words: what the review marked, disputes, later changes of data */
  flags: readonly string[];
  /** grounds that were found */
  vetoes: readonly string[];
  proofs: number;
}

export interface DecisionHead {
  title: string;
  year: number;
  /** of the consent, where it is there */
  documentNo: string | null;
  /** the day on which it was made, as it is written */
  date: string;
}

const COLUMNS = [
  { name: '名次', width: 12 },
  { name: '县市', width: 24 },
  { name: '自评总分', width: 20 },
  { name: '复核总分', width: 20 },
  { name: '审议总分', width: 20 },
  { name: '复核比自评', width: 20 },
  { name: '其中加分', width: 17 },
  { name: '等次', width: 18 },
  { name: '一票否决', width: 31 },
  { name: '标记', width: 27 },
  { name: '支撑材料', width: 16 },
];

/** What it comes to as things stand: what the last stage that has spoken says. */
const standing = ({ totals }: DecisionRow) => totals[SCORE_STAGES.findLast((stage) => totals[stage]) ?? 'self'];

const signed = (points: Points): string => `${points > 0 ? '+' : ''}${pointsText(points)}`;

function rowOf(row: DecisionRow): SpanCell[] {
  const { county, totals, rank, flags, vetoes, proofs } = row;
  const total = (stage: ScoreStage) => (totals[stage] ? pointsText(totals[stage].total) : '');
  const now = standing(row);
  const figure = { figure: true };
  return [
    ...[cell(0, rank === null ? '' : String(rank)), cell(1, county)],
    ...[cell(2, total('self'), figure), cell(3, total('review'), figure), cell(4, total('deliberation'), figure)],
    cell(5, totals.review && totals.self ? signed(totals.review.total - totals.self.total) : ''),
    cell(6, now ? pointsText(now.bonus) : '', figure),
    cell(7, now?.grade.name ?? '未自评'),
    cell(8, vetoes.join('\n'), { left: true }),
    cell(9, flags.join('\n'), { left: true }),
    cell(10, `${proofs}份`),
  ];
}

/** 审议表: all counties of a year on one sheet, the three scores side by side, with what must be known of each. */
export function decisionSheet(
  { title, year, documentNo, date }: DecisionHead,
  rows: readonly DecisionRow[],
): SpanTable {
  return {
    mark: null,
    title,
    head: [`年度：${year}年`, ...(documentNo ? [`文号：${documentNo}`] : []), `制表日期：${date}`],
    landscape: true,
    columns: COLUMNS,
    rows: rows.map(rowOf),
  };
}
