import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { parseMoney } from '@/lib/domain/kernel/money';
import { reason } from '@/lib/domain/kernel/result';
import { addMonths, firstDay, lastDay, monthOf, type ReportMonth } from '@/lib/domain/progress/report-month';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Statistics, StatisticsQuery } from '@/lib/domain/statistics/answers';
import {
  countedFacts,
  type FactEntries,
  fundFacts,
  type MonthReport,
  monthFacts,
  ofUnit,
} from '@/lib/domain/statistics/facts';
import { fillTable, type UnitFacts } from '@/lib/domain/statistics/fill';
import type { TableName } from '@/lib/domain/statistics/shape';
import { shapeOf } from '@/lib/domain/statistics/shapes';
import { unfilledOf } from '@/lib/domain/statistics/unfilled';
import { workFacts } from '@/lib/domain/statistics/work-facts';
import type { Actor } from '@/lib/server/actor';
import { yearUnknown } from '@/lib/server/annual/year';
import { type Answer, done, notFound, refused } from '@/lib/server/answer';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { unitNamesWhere } from '@/lib/server/dashboards/unit-names';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { monthRows } from '@/lib/server/progress/county-month';
import { type BodiesScope, bodiesScope } from '@/lib/server/units/bodies';
import { countedOf, type Span } from './counted';
import { moneyOf } from './money';
import { worksOf } from './works';

interface YearRow {
  id: string;
  year: number;
  rulebookId: string;
  now: Date;
  today: CalendarDate;
}

const yearRow = async (reader: Reader, actor: Actor, year: number | null): Promise<YearRow | undefined> => {
  const [row] = await reader.$queryRaw<YearRow[]>`
    SELECT id, year, rulebook_id AS "rulebookId", anju_now() AS now, anju_today()::text AS today FROM programme_year
    WHERE prefecture_id = ${actor.prefectureId}::uuid AND (${year}::int IS NULL OR year = ${year}::int) ORDER BY current DESC, year DESC LIMIT 1`;
  return row;
};

/** The reports of a month as 县市月度汇总 has them, of whatever programme year. */
async function reportsOf(reader: Reader, actor: Actor, month: ReportMonth, county: string | undefined) {
  const rows = await monthRows(reader, actor, month, county);
  const reports = rows.map((row): MonthReport & { unit: string } => {
    const investment = row.investment === null ? null : parseMoney(row.investment);
    return {
      unit: row.county.id,
      investment: investment?.ok ? investment.value : null,
      people: row.people ?? 0,
    };
  });
  return ofUnit(reports);
}

interface Asked {
  actor: Actor;
  scope: BodiesScope;
  span: Span;
  rulebook: Rulebook;
  month: ReportMonth | null;
}

/** What a table is filled from, county by county: only what its rows ask for is read. */
async function factsOf(reader: Reader, table: TableName, asked: Asked): Promise<(county: string) => UnitFacts> {
  const { actor, scope, span, rulebook, month } = asked;
  const only = scope.level === 'county' ? scope.unitId : undefined;
  const [money, counted, works, reports] = await Promise.all([
    moneyOf(reader, span),
    table === 'finance' ? null : countedOf(reader, span),
    table === 'national' ? worksOf(reader, span, rulebook) : null,
    month === null ? null : reportsOf(reader, actor, month, only),
  ]);
  return (county) => {
    const own = money(county);
    const of = { rulebook, plans: own.plans };
    const entries: FactEntries = [
      ...fundFacts('fund', own.soFar, of),
      ...(month === null ? [] : fundFacts('fundMonth', own.month, of)),
      ...(counted ? countedFacts(counted(county)) : []),
      ...(works ? workFacts(works(county), rulebook) : []),
      ...(reports ? monthFacts(reports(county)) : []),
    ];
    return new Map(entries);
  };
}

/** One of the three tables, of the prefecture (each county and all together) or of a county, filled from the records. */
export async function statisticsOf(
  reader: Reader,
  actor: Actor,
  table: TableName,
  { year, month: asked, county }: StatisticsQuery,
): Promise<Answer<Statistics>> {
  const scope = bodiesScope(actor, county);
  if (!scope) return notFound();
  const of = await yearRow(reader, actor, year ?? null);
  if (!of) return year === undefined ? notFound() : refused(yearUnknown(year));
  const running = monthOf(of.today);
  const month = table === 'county-month' ? (asked ?? addMonths(running, -1)) : null;
  if (month !== null && month > running)
    return refused([reason('statistics.monthAhead', { found: month, expected: running }, { field: 'month' })]);
  const span: Span = {
    ...{ yearId: of.id, counties: scope.counties },
    from: month && firstDay(month),
    until: month ? lastDay(month) : of.today,
  };
  const [rulebook, names] = await Promise.all([
    rulebookOf(reader, of.rulebookId),
    unitNamesWhere(
      reader,
      Prisma.sql`u.id = ${scope.unitId}::uuid OR (u.kind = 'county' AND u.id = ANY(${scope.counties}::uuid[]))`,
      undefined,
    ),
  ]);
  const own = names.find(({ id }) => id === scope.unitId);
  if (!own) return notFound();
  const units = names.filter(({ id }) => scope.counties.includes(id));
  const facts = await factsOf(reader, table, { actor, scope, span, rulebook, month });
  const groups = fillTable(
    shapeOf(table, rulebook),
    units.map(({ id }) => facts(id)),
  );
  return done({
    ...{ table, asOf: of.now.toISOString(), year: of.year, month, units, groups },
    unit: { ...own, level: scope.level },
    unfilled: unfilledOf(groups),
  });
}
