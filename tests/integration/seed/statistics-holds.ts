import { beforeAll, expect, test } from 'vitest';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import {
  answerOf,
  type StatisticsAnswer,
  type StatisticsQuery,
  type StatisticsRow,
} from '@/lib/domain/statistics/answers';
import type { TableName } from '@/lib/domain/statistics/shape';
import { valueText } from '@/lib/domain/statistics/value-text';
import { surveyDashboard } from '@/lib/server/dashboards/queries';
import { type Reader, withReader } from '@/lib/server/db/with-reader';
import { fundOverview } from '@/lib/server/funds/overview';
import { monthRows } from '@/lib/server/progress/county-month';
import { summaryContent } from '@/lib/server/progress/summary';
import { scoreFacts } from '@/lib/server/scorecards/facts';
import { statisticsOf } from '@/lib/server/statistics/table';
import type { Demonstration } from './money-told';

const YEAR = 2020;
const MONTH = '2020-05' as ReportMonth;
const FUNDS = ['planned', 'allocated', 'pool', 'received', 'paid', 'gap', 'left'] as const;

const rowsIn = (data: StatisticsAnswer) =>
  new Map(data.groups.flatMap(({ rows }) => rows).map((row) => [row.code, row]));
/** Decimal text as an integer of 10^-6, whatever places it has. */
const millionths = (text: string): bigint => {
  const [whole = '0', places = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * 1_000_000n + BigInt(places.padEnd(6, '0'));
  return text.startsWith('-') ? -value : value;
};
const sumOf = ({ values }: StatisticsRow): bigint =>
  values.reduce((sum, { value }) => sum + (value === null ? 0n : millionths(value)), 0n);

/** 统计报表 of the demonstration say what its other pages say: one figure, one definition. */
export function statisticsHold({ rowsOf, person }: Demonstration): void {
  const bureau = () => person('zhou.zjj1');
  const asBureau = <T>(read: (reader: Reader) => Promise<T>) => withReader(bureau(), read);
  const tableOf = (table: TableName, query: StatisticsQuery = {}) =>
    asBureau(async (reader) => {
      const found = await statisticsOf(reader, bureau(), table, { year: YEAR, ...query });
      if (!found.ok) throw new Error(JSON.stringify(found));
      return answerOf(found.value);
    });
  const tables = new Map<TableName, StatisticsAnswer>();
  const of = (table: TableName): StatisticsAnswer => {
    const found = tables.get(table);
    if (!found) throw new Error(`no ${table}`);
    return found;
  };
  beforeAll(async () => {
    for (const table of ['finance', 'national'] as const) tables.set(table, await tableOf(table));
    tables.set('county-month', await tableOf('county-month', { month: MONTH }));
  });

  test.each<TableName>(['county-month', 'finance', 'national'])(
    '%s: the counties make the prefecture, row by row, and a county alone says what it says among all',
    async (table) => {
      const data = of(table);
      expect(data.units).toHaveLength(11);
      for (const row of rowsIn(data).values()) {
        if (row.total.value !== null) expect(millionths(row.total.value), row.code).toBe(sumOf(row));
        expect(row.total.missing, row.code).toBe(row.values.reduce((sum, { missing }) => sum + missing, 0));
      }
      const at = data.units.findIndex(({ name }) => name === '禄丰市');
      const alone = rowsIn(await tableOf(table, { county: data.units[at]?.id, month: MONTH }));
      for (const [code, row] of rowsIn(data)) expect(alone.get(code)?.total, code).toEqual(row.values[at]);
    },
  );

  test('finance: 资金总览, by source, kind and county, to the fen', async () => {
    const found = await asBureau((reader) => fundOverview(reader, bureau(), { year: YEAR }));
    if (!found.ok) throw new Error('no overview');
    const { totals, fiscal, sources, counties } = found.value;
    expect(totals.paid).not.toBe('0.00');
    const rows = rowsIn(of('finance'));
    const totalOf = (code: string) => rows.get(code)?.total.value;
    for (const measure of FUNDS) expect(totalOf(`fund.${measure}.total`), measure).toBe(totals[measure]);
    for (const measure of ['planned', 'allocated', 'received', 'paid', 'gap'] as const) {
      expect(totalOf(`fund.${measure}.fiscal`)).toBe(fiscal[measure]);
      for (const { source, kinds, ...all } of sources) {
        expect(totalOf(`fund.${measure}.${source}`), source).toBe(all[measure]);
        for (const { kind, ...one } of kinds)
          if (kind && ['local', 'bonds'].includes(source))
            expect(totalOf(`fund.${measure}.${source}.${kind}`), kind).toBe(one[measure]);
      }
      for (const { id, ...one } of counties) {
        const at = of('finance').units.findIndex((unit) => unit.id === id);
        const cell = rows.get(`fund.${measure}.total`)?.values[at];
        // a county without any plan has no planned money that could be told from none
        if (cell?.value !== null) expect(cell?.value).toBe(one[measure]);
        else expect(one.planned).toBe('0.00');
      }
    }
  });

  test('national: works by class are the plan items counted by the class that the rule book gives them', async () => {
    const [year] = await rowsOf<{ content: Rulebook }>(
      `SELECT r.content FROM programme_year y JOIN rulebook_version r ON r.id = y.rulebook_id WHERE y.year = ${YEAR}`,
    );
    const classOf = new Map((year?.content.menu ?? []).map((item) => [item.code, item.class as string]));
    const items = await rowsOf<{ compound: string; item: string; cost: string; done: boolean }>(
      `SELECT i.compound_id AS compound, i.item, i.cost::text, d.id IS NOT NULL AS done FROM plan_item i
        JOIN compound_plan v ON v.id = i.plan_id AND v.status = 'final' AND v.no = (SELECT max(no) FROM compound_plan o WHERE o.compound_id = v.compound_id AND o.status = 'final')
        JOIN project_compound m ON m.compound_id = i.compound_id AND m.live JOIN project p ON p.id = m.project_id AND p.status <> 'withdrawn'
        JOIN programme_year y ON y.id = p.programme_year_id AND y.year = ${YEAR}
        LEFT JOIN item_completion d ON d.project_id = p.id AND d.compound_id = i.compound_id AND d.item = i.item AND d.building_id IS NOT DISTINCT FROM i.building_id AND d.retired_at IS NULL
        WHERE i.answer = 'todo'`,
    );
    expect(items.length).toBeGreaterThan(100);
    const rows = rowsIn(of('national'));
    const totalOf = (code: string) => rows.get(code)?.total.value;
    for (const name of ['基础类', '完善类', '提升类']) {
      const own = items.filter(({ item }) => classOf.get(item) === name);
      expect(totalOf(`works.planned.${name}`)).toBe(String(own.length));
      expect(totalOf(`works.completed.${name}`)).toBe(String(own.filter(({ done }) => done).length));
      expect(totalOf(`works.compounds.${name}`)).toBe(String(new Set(own.map(({ compound }) => compound)).size));
      const cost = own.reduce((sum, one) => sum + BigInt(one.cost), 0n);
      if (own.length > 0) expect(totalOf(`works.cost.${name}`)).toBe(valueText(cost, 'wan'));
    }
    for (const code of classOf.keys()) {
      const own = items.filter(({ item }) => item === code);
      expect(totalOf(`item.planned.${code}`), code).toBe(String(own.length));
    }
  });

  test('national: what is completed is what the scorecard counts, the stock what 排查总览 shows', async () => {
    const facts = await asBureau((reader) => scoreFacts(reader, bureau(), { year: YEAR }));
    const completed = facts
      .flatMap(({ projects }) => projects.filter(({ status }) => status !== 'withdrawn'))
      .flatMap(({ compounds }) => compounds.filter(({ completedOn }) => completedOn !== null));
    expect(completed.length).toBeGreaterThan(0);
    const rows = rowsIn(of('national'));
    expect(rows.get('completed.compounds')?.total.value).toBe(String(completed.length));
    const survey = await asBureau((reader) => surveyDashboard(reader, bureau(), {}));
    if (!survey.ok) throw new Error('no survey');
    const { eligible } = survey.value.totals;
    expect(rows.get('survey.compounds')?.total.value).toBe(String(eligible.compounds));
    expect(rows.get('survey.households')?.total.value).toBe(String(eligible.households));
  });

  test('county-month: a county reports what its 月度汇总 sums up', async () => {
    const { units, ...data } = of('county-month');
    const rows = rowsIn({ units, ...data });
    const totals: string[] = [];
    for (const [at, { id }] of units.entries()) {
      const content = await asBureau(async (reader) =>
        summaryContent(MONTH, await monthRows(reader, bureau(), MONTH, id)),
      );
      expect(rows.get('reports.due')?.values[at]?.value).toBe(String(content.projects));
      const cell = rows.get('investment.month')?.values[at];
      expect(cell?.value ?? '0.00').toBe(formatMoney(parseHundredths(content.investment) ?? 0n));
      totals.push(content.investment);
    }
    expect(totals.some((text) => text !== '0.00')).toBe(true);
  });

  test('a cell is filled, or stands in the list of those that are not, with its reason', () => {
    for (const data of tables.values()) {
      const listed = new Map(data.unfilled.map((one) => [one.code, one]));
      for (const { code, total, values } of rowsIn(data).values()) {
        const isWhole = [total, ...values].every(({ value, missing }) => value !== null && missing === 0);
        expect(listed.has(code), code).toBe(!isWhole);
      }
      for (const { reason } of data.unfilled) expect(reason.length).toBeGreaterThan(5);
    }
  });
}
