import 'server-only';
import { type Receipt, waitingOf } from '@/lib/domain/funds/idle';
import { type IdleAnswer, type IdleQuery, type IdleRow, WATCH_PAGE } from '@/lib/domain/funds/watch-answers';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { formatMoney } from '@/lib/domain/kernel/money';
import { ledgerRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import { todayOf } from '@/lib/server/annual/year';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';
import { isOfBodies } from './watch';

interface Row extends Omit<IdleRow, 'left' | 'idle' | 'since' | 'days'> {
  left: string;
  receipts: { on: CalendarDate; amount: string }[];
  total: number;
  all: string;
}

export const receiptsOf = (rows: readonly { on: CalendarDate; amount: string }[]): Receipt[] =>
  rows.map(({ on, amount }) => ({ on, amount: BigInt(amount) }));

/** What came into the account a, of a project or of a county's pool, and was not taken back. */
export const cameIn = (
  into: 'project' | 'pool',
) => Prisma.sql`${into === 'pool' ? Prisma.sql`e.project_id IS NULL` : Prisma.sql`e.project_id = a.project_id`}
  AND e.county_id = a.county_id AND e.programme_year_id = a.programme_year_id AND e.source = a.source AND e.fund_kind = a.fund_kind AND e.earmark = a.earmark
  AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = e.id)`;
const RECEIPTS = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('on', e.entry_on, 'amount', e.amount::text)), '[]') FROM ledger_entry e WHERE`;

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
  const { days } = ledgerRulesOf((await rulebookInForce(reader)).rulebook).idle;
  const today = (await todayOf(reader)) as CalendarDate;
  const classes = { pool: ['pool'], project: ['cash'], both: ['pool', 'cash'] }[place ?? 'both'];
  const recent = Prisma.sql`e.entry_on > ${today}::date - ${days}::int`;
  const rows = await reader.$queryRaw<Row[]>`
    WITH there AS MATERIALIZED (
      SELECT a.* FROM ledger_account a JOIN programme_year y ON y.id = a.programme_year_id WHERE a.class = ANY(${classes}::text[]) AND a.balance > 0 AND ${isOfBodies(actor)}
        AND a.county_id = ANY(${[...actor.counties]}::uuid[]) AND (${county ?? null}::uuid IS NULL OR a.county_id = ${county ?? null}::uuid)
        AND (${year ?? null}::int IS NULL OR y.year = ${year ?? null}::int) AND (${source ?? null}::text IS NULL OR a.source = ${source ?? null})),
    lately AS (
      SELECT a.id, sum(e.amount) AS amount FROM there a JOIN ledger_entry e ON e.kind = 'received' AND ${recent} AND ${cameIn('project')} WHERE a.class = 'cash' GROUP BY a.id
      UNION ALL SELECT a.id, sum(e.amount) FROM there a JOIN ledger_entry e ON e.kind = 'allocated' AND ${recent} AND ${cameIn('pool')} WHERE a.class = 'pool' GROUP BY a.id),
    idle AS (
      SELECT a.*, a.balance - coalesce(l.amount, 0) AS idle FROM there a LEFT JOIN lately l ON l.id = a.id WHERE a.balance > coalesce(l.amount, 0)),
    shown AS (
      SELECT i.*, count(*) OVER ()::int AS total, sum(i.idle) OVER ()::text AS "all" FROM idle i ORDER BY i.idle DESC, i.id LIMIT ${limit}::int OFFSET ${(page - 1) * limit}::int)
    SELECT ${namedUnit()} AS county, y.year, CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'code', p.code, 'name', p.name) END AS project,
      a.source, a.fund_kind AS kind, a.earmark, a.balance::text AS left, a.total, a."all",
      CASE a.class WHEN 'cash' THEN ${RECEIPTS} e.kind = 'received' AND ${cameIn('project')}) ELSE ${RECEIPTS} e.kind = 'allocated' AND ${cameIn('pool')}) END AS receipts
    FROM shown a JOIN unit u ON u.id = a.county_id JOIN programme_year y ON y.id = a.programme_year_id LEFT JOIN project p ON p.id = a.project_id ORDER BY a.idle DESC, a.id`;
  const items = rows.flatMap(({ left, receipts, total: _, all: __, ...row }): IdleRow[] => {
    const found = waitingOf(receiptsOf(receipts), BigInt(left), today, days);
    if (!found) return [];
    const sums = { left: formatMoney(found.left), idle: formatMoney(found.amount) };
    return [{ ...row, ...sums, since: found.since, days: found.days }];
  });
  const [first] = rows;
  return { days, items, total: first?.total ?? 0, idle: formatMoney(BigInt(first?.all ?? 0)) };
}
