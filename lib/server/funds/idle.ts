import 'server-only';
import { waitingOf } from '@/lib/domain/funds/idle';
import { type IdleAnswer, type IdleQuery, type IdleRow, WATCH_PAGE } from '@/lib/domain/funds/watch-answers';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';
import { type Brought, cameInto, cameSince, INTO_CASH, INTO_POOL, type Into, receiptsOf } from './receipts';
import { isOfBodies, ofCounties, ofYear, pageOf, waitingRule } from './watch';

interface Row extends Omit<IdleRow, 'left' | 'idle' | 'since' | 'days'> {
  left: string;
  receipts: Brought[];
  total: number;
  all: string;
}

const PLACES: Record<NonNullable<IdleQuery['place']>, Into> = { pool: INTO_POOL, project: INTO_CASH };

/**
 * 闲置资金: pots whose money lies for so many days. First in, first out: of what is there, what came within those days is the newest; the rest
 * is idle. So the database only adds up what came lately; of the page that is shown, waitingOf() says since when.
 */
export async function idleMoney(
  reader: Reader,
  actor: Actor,
  { county, year, source, place, page }: IdleQuery,
  limit = WATCH_PAGE,
): Promise<IdleAnswer> {
  const [{ days }, today] = await waitingRule(reader);
  const places = place ? [PLACES[place]] : Object.values(PLACES);
  const counties = ofCounties(actor, county);
  const since = Prisma.sql`(${today}::date - ${days}::int)`;
  const each = (sql: (into: Into) => Prisma.Sql) => Prisma.join(places.map(sql), ' UNION ALL ');
  const asked = Prisma.join(
    [
      Prisma.sql`a.class = ANY(${places.map((into) => into.class)}::text[]) AND a.balance > 0 AND ${isOfBodies(actor)} AND a.county_id ${counties}`,
      ...ofYear('a', year),
      ...(source ? [Prisma.sql`a.source = ${source}`] : []),
    ],
    ' AND ',
  );
  const rows = await reader.$queryRaw<Row[]>`
    WITH lately AS (${each((into) => cameSince(into, counties, since))}),
    idle AS MATERIALIZED (
      SELECT a.id, a.balance - coalesce(l.amount, 0) AS idle FROM ledger_account a LEFT JOIN lately l ON l.id = a.id WHERE ${asked} AND a.balance > coalesce(l.amount, 0)),
    shown AS MATERIALIZED (SELECT id, idle FROM idle ORDER BY idle DESC, id ${pageOf(page, limit)}),
    came AS MATERIALIZED (${each((into) => cameInto(into, 'shown'))})
    SELECT ${namedUnit()} AS county, y.year, CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'code', p.code, 'name', p.name) END AS project,
      a.source, a.fund_kind AS kind, a.earmark, a.balance::text AS left, (SELECT count(*)::int FROM idle) AS total, (SELECT sum(idle)::text FROM idle) AS "all", coalesce(c.receipts, '[]') AS receipts
    FROM shown s JOIN ledger_account a ON a.id = s.id JOIN unit u ON u.id = a.county_id JOIN programme_year y ON y.id = a.programme_year_id LEFT JOIN project p ON p.id = a.project_id
      LEFT JOIN came c ON c.id = s.id ORDER BY s.idle DESC, s.id`;
  const items = rows.flatMap(({ left, receipts, total: _, all: __, ...row }): IdleRow[] => {
    const found = waitingOf(receiptsOf(receipts), BigInt(left), today, days);
    if (!found) return [];
    const sums = { left: formatMoney(found.left), idle: formatMoney(found.amount) };
    return [{ ...row, ...sums, since: found.since, days: found.days }];
  });
  const [first] = rows;
  return { days, items, total: first?.total ?? 0, idle: formatMoney(BigInt(first?.all ?? 0)) };
}
