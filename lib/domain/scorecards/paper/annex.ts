import { cell, type SpanCell, type SpanColumn, type SpanTable } from '../../papers/span-table';
import type { Rulebook } from '../../rulebook/schema';
import type { Column, ScoreStage } from '../columns';
import type { Points } from '../sheet';
import { criteriaLines, pointsText } from './words';

/** printed: the annex's own seven columns, with 自评分. all: 复核分 and 审议分 beside it, with total and grade. */
export const ANNEX_FORMS = ['printed', 'all'] as const;
export type AnnexForm = (typeof ANNEX_FORMS)[number];

/** What a stage comes to: a column of a sheet (columns.ts), or of what this person may see of it. */
export type AnnexColumn = Pick<Column, 'base' | 'bonus' | 'total'> & {
  indicators: ReadonlyMap<string, Points>;
  grade: { name: string };
};
/** null: the stage has not spoken; its column is empty, whatever it would begin with. */
export type AnnexColumns = { [Stage in ScoreStage]: AnnexColumn | null };
export const NO_SCORES: AnnexColumns = { self: null, review: null, deliberation: null };

export interface AnnexHead {
  form: AnnexForm;
  county: string;
  year: number;
  /** of the consent that made it final */
  documentNo: string | null;
  /** what was claimed or approved as bonus, a line each */
  bonus: readonly string[];
  /** grounds that were found, with what they stand on */
  vetoes: readonly string[];
}

const SCORES: Record<ScoreStage, string> = { self: '自评分', review: '复核分', deliberation: '审议分' };
const STAGES: Record<AnnexForm, readonly ScoreStage[]> = {
  printed: ['self'],
  all: ['self', 'review', 'deliberation'],
};
const NAMES = ['序号', '一级指标', '二级指标', '分值', '指标说明', '评分标准'];
const WIDTHS: Record<AnnexForm, readonly number[]> = {
  printed: [9, 19, 20, 12, 30, 52],
  all: [10, 22, 25, 13, 43, 70],
};
const SCORE_WIDTH = 14;
const FIRST = NAMES.length;

/** One figure for each stage that has spoken. */
function scores(
  columns: AnnexColumns,
  head: AnnexHead,
  of: (column: AnnexColumn) => string,
  figure = true,
): SpanCell[] {
  return STAGES[head.form].map((stage, at) => {
    const column = columns[stage];
    return cell(FIRST + at, column ? of(column) : '', { figure });
  });
}

/** The rows of a group: its name reaches over all of its indicators. */
function groupRows(book: Rulebook, columns: AnnexColumns, head: AnnexHead, at: number): SpanCell[][] {
  const group = book.scorecard.groups[at];
  return (group?.indicators ?? []).map((indicator, row) => {
    const { code, name, points, explanation } = indicator;
    const rows = group?.indicators.length ?? 1;
    const named = [cell(0, String(at + 1), { rows }), cell(1, `${group?.name}\n（${group?.points}分）`, { rows })];
    return [
      ...(row === 0 ? named : []),
      ...[cell(2, name), cell(3, `${points}分`), cell(4, explanation, { left: true })],
      cell(5, criteriaLines(book, indicator).join('\n'), { left: true }),
      ...scores(columns, head, ({ indicators }) => pointsText(indicators.get(code) ?? 0)),
    ];
  });
}

/** 合计, 加分事项, 一票否决项, 备注 as they are printed below the groups. */
function closingRows(book: Rulebook, columns: AnnexColumns, head: AnnexHead): SpanCell[][] {
  const { groups, totalPoints, bonus, remarks } = book.scorecard;
  const named = (no: number, name: string) => [cell(0, String(groups.length + no)), cell(1, name, { columns: 2 })];
  const isAll = head.form === 'all';
  return [
    [
      ...named(1, '合计'),
      ...[cell(3, String(totalPoints)), cell(4, ''), cell(5, '')],
      ...scores(columns, head, ({ base }) => pointsText(base)),
    ],
    [
      ...named(2, bonus.name),
      ...[cell(3, String(bonus.cap)), cell(4, '加分', { left: true }), cell(5, head.bonus.join('\n'), { left: true })],
      ...scores(columns, head, (column) => pointsText(Math.min(column.bonus, bonus.cap * 100))),
    ],
    [...named(3, '一票否决项'), cell(3, head.vetoes.join('\n'), { columns: 3, left: true }), ...noScores(head)],
    ...(isAll ? resultRows(book, columns, head, named) : []),
    [
      cell(0, '备注'),
      cell(1, remarks.map((remark, at) => `${at + 1}.${remark}`).join(''), {
        columns: FIRST - 1 + STAGES[head.form].length,
        left: true,
      }),
    ],
  ];
}

const noScores = ({ form }: AnnexHead): SpanCell[] => STAGES[form].map((_, at) => cell(FIRST + at, ''));

/** Where all columns stand beside each other, what they come to stands below them. */
function resultRows(
  { scorecard: { totalPoints, bonus } }: Rulebook,
  columns: AnnexColumns,
  head: AnnexHead,
  named: (no: number, name: string) => SpanCell[],
): SpanCell[][] {
  return [
    [
      ...named(4, '总分'),
      ...[cell(3, String(totalPoints + bonus.cap)), cell(4, `合计＋${bonus.name}`, { columns: 2, left: true })],
      ...scores(columns, head, ({ total }) => pointsText(total)),
    ],
    [...named(5, '等次'), cell(3, '', { columns: 3 }), ...scores(columns, head, ({ grade }) => grade.name, false)],
  ];
}

function columnsOf({ form }: AnnexHead): SpanColumn[] {
  const scored = STAGES[form].map((stage) => ({ name: SCORES[stage], width: SCORE_WIDTH }));
  return [...NAMES.map((name, at) => ({ name, width: WIDTHS[form][at] ?? 0 })), ...scored];
}

/**
 * The evaluation form of the annex (附件), made of the rule book's template and of nothing else; with NO_SCORES it is the form as it is handed out.
 * Each indicator is one row with its criteria word for word, as it is printed.
 */
export function annexTable(book: Rulebook, columns: AnnexColumns, head: AnnexHead): SpanTable {
  const { county, year, documentNo, form } = head;
  return {
    mark: '附件',
    title: book.scorecard.title,
    head: [`县市：${county}`, `年度：${year}年`, ...(documentNo ? [`文号：${documentNo}`] : [])],
    landscape: form === 'all',
    columns: columnsOf(head),
    rows: [
      ...book.scorecard.groups.flatMap((_, at) => groupRows(book, columns, head, at)),
      ...closingRows(book, columns, head),
    ],
  };
}
