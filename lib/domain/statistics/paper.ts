import { cell, type SpanCell, type SpanTable } from '../papers/span-table';
import type { StatisticsAnswer, StatisticsRow } from './answers';
import { UNFILLED_LABELS } from './unfilled';

export const BLANK = '—';
export const UNFILLED_TITLE = '未能填报的单元格';
const SIGNED = '单位负责人：　　　　　　审核人：　　　　　　填表人：　　　　　　填报日期：　　　　年　　月　　日';
const ENOUGH = '全部单元格都已由系统记录填出。';

/** What is printed: without the moment at which it was read. */
export type OnPaper = Omit<StatisticsAnswer, 'asOf'>;

/** Whose table it is and of when. No moment stands on the paper: the same facts are the same file, whenever it is made. */
const headOf = ({ unit, year, month }: OnPaper): string[] => [
  `填报单位：${unit.name}`,
  `${year}年度`,
  ...(month ? [`${month.slice(0, 4)}年${Number(month.slice(5))}月`] : []),
];

const isMoney = (row: StatisticsRow) => row.counted === '元' || row.counted === '万元';
/** Money and areas are figures with places; counts are seen to be counts by the sheet itself. */
const figure = (row: StatisticsRow, value: string | null) => ({
  figure: value !== null && (isMoney(row) || value.includes('.')),
});

const textOf = ({ value }: StatisticsRow['total']): string => value ?? BLANK;

/** What stands beside a row whose cells are not all there: where the reason is. */
const noteOf = (data: OnPaper, row: StatisticsRow): string => {
  const kinds = data.unfilled.filter(({ code }) => code === row.code).map(({ kind }) => UNFILLED_LABELS[kind].zh);
  return [...new Set(kinds)].join('、');
};

const across = (text: string, columns: number): SpanCell[] => [cell(0, text, { columns, left: true })];

/** Names of the counties, where it is not so everywhere. */
export const unitsOf = ({ units: all }: OnPaper, { units }: { units: readonly string[] }): string =>
  all
    .filter(({ id }) => units.includes(id))
    .map(({ name }) => name)
    .join('、');

const whole = (data: OnPaper): boolean => data.unit.level === 'prefecture';

/** The table as a sheet: 合计 and a column for each county, numbers as numbers, the widths by what stands in them. */
export function statisticsSheet(data: OnPaper): SpanTable {
  const rows = data.groups.flatMap((group) => group.rows);
  const shown = whole(data) ? data.units : [];
  const widest = (texts: readonly string[]) => Math.max(22, ...texts.map((text) => 2.3 * text.length + 4));
  const columns = [
    { name: '行次', width: 12 },
    { name: '指标', width: 80 },
    { name: '计量单位', width: 20 },
    { name: whole(data) ? '合计' : '数量', width: widest(rows.map(({ total }) => textOf(total))) },
    ...shown.map(({ name }, at) => ({
      name,
      width: widest(rows.map(({ values }) => values[at]?.value ?? BLANK)),
    })),
    { name: '说明', width: 40 },
  ];
  const lineOf = (row: StatisticsRow): SpanCell[] => [
    ...[cell(0, String(row.no)), cell(1, row.name, { left: true }), cell(2, row.counted)],
    cell(3, textOf(row.total), figure(row, row.total.value)),
    ...shown.map((_, at) => {
      const value = row.values[at]?.value ?? null;
      return cell(4 + at, value ?? BLANK, figure(row, value));
    }),
    cell(columns.length - 1, noteOf(data, row)),
  ];
  return {
    ...{ mark: null, title: data.name, head: headOf(data), landscape: whole(data), frozen: 2, columns },
    rows: [
      ...data.groups.flatMap((group) => [across(group.name, columns.length), ...group.rows.map(lineOf)]),
      across(SIGNED, columns.length),
    ],
  };
}

const UNFILLED_COLUMNS = [
  { name: '行次', width: 12 },
  { name: '指标', width: 60 },
  { name: '情况', width: 28 },
  { name: '县市', width: 40 },
  { name: '原因', width: 110 },
];

/** 未能填报的单元格: which cell, what it is, and why it is blank or not whole. */
export function unfilledSheet(data: OnPaper): SpanTable {
  const rows = data.unfilled.map((one): SpanCell[] => [
    ...[
      cell(0, String(one.no)),
      cell(1, `${one.group}·${one.name}`, { left: true }),
      cell(2, UNFILLED_LABELS[one.kind].zh),
    ],
    cell(3, unitsOf(data, one) || (whole(data) ? '全部' : data.unit.name)),
    cell(4, one.reason, { left: true }),
  ]);
  return {
    ...{ mark: null, title: UNFILLED_TITLE, head: [data.name, ...headOf(data)], landscape: true },
    columns: UNFILLED_COLUMNS,
    rows: rows.length > 0 ? rows : [across(ENOUGH, UNFILLED_COLUMNS.length)],
  };
}

const PAPER = [14, 76, 18, 48];
const PAPER_COLUMNS = ['行次', '指标', '单位', '数量'].map((name, at) => ({ name, width: PAPER[at] ?? 0 }));

/**
 * The table on upright A4: one figure a row, of the county or of the whole prefecture, and behind it the cells that are not filled. Twelve columns
 * of money do not fit a page that can be read: by counties it is the sheet.
 */
export function statisticsPaper(data: OnPaper): SpanTable {
  const columns = PAPER_COLUMNS.length;
  const lineOf = (row: StatisticsRow): SpanCell[] => {
    const note = noteOf(data, row);
    const value = note ? `${textOf(row.total)}（${note}）` : textOf(row.total);
    return [cell(0, String(row.no)), cell(1, row.name, { left: true }), cell(2, row.counted), cell(3, value)];
  };
  const lacking = data.unfilled.map((one): SpanCell[] => {
    const where = unitsOf(data, one);
    const reason = `${one.group}·${one.name}：${where ? `${where}：` : ''}${one.reason}`;
    return [
      cell(0, String(one.no)),
      cell(1, reason, { columns: 2, left: true }),
      cell(3, UNFILLED_LABELS[one.kind].zh),
    ];
  });
  return {
    ...{ mark: null, title: data.name, head: headOf(data), landscape: false, columns: PAPER_COLUMNS },
    rows: [
      ...data.groups.flatMap((group) => [across(group.name, columns), ...group.rows.map(lineOf)]),
      across(UNFILLED_TITLE, columns),
      ...(lacking.length > 0 ? lacking : [across(ENOUGH, columns)]),
      across(SIGNED, columns),
    ],
  };
}
