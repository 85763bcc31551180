import 'server-only';
import { type EntryListQuery, isKept } from '@/lib/domain/funds/entries-query';
import type { EntrySums } from '@/lib/domain/funds/entry-answers';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import { ENTRY_FROM, entryConditions, itemOf, OF, yearIdOf } from './entry-conditions';

const SUMMED = ['allocated', 'assigned', 'received', 'paid'] as const;

/** Of a payment that is looked for by an item, what is for that item; fen. */
export const partOf = (item: string | undefined): Prisma.Sql =>
  item === undefined
    ? Prisma.sql`e.amount`
    : Prisma.sql`(SELECT sum((i ->> 'amount')::bigint) FROM jsonb_array_elements(e.items) i WHERE i ->> 'item' = ${itemOf(item)})`;

const asSums = (of: Prisma.Sql, amount: Prisma.Sql) =>
  Prisma.join(
    SUMMED.map(
      (measure) =>
        Prisma.sql`${measure}::text, (coalesce(sum(${amount}) FILTER (WHERE ${of} = ${measure}), 0) * 0.01)::numeric(20, 2)::text`,
    ),
    ', ',
  );

/** Counted by the list's own conditions. */
function counted(actor: Actor, query: EntryListQuery): Prisma.Sql {
  const signed = Prisma.sql`CASE e.kind WHEN 'reversed' THEN -${partOf(query.item)} ELSE ${partOf(query.item)} END`;
  return Prisma.sql`(SELECT json_build_object('total', count(*)::int, 'sums', json_build_object(${asSums(OF, signed)})) FROM ${ENTRY_FROM} WHERE ${entryConditions(actor, query)})`;
}

/** The same read from what is kept, however many entries there are. The pool's allocations are allocations. */
function kept(actor: Actor, { county, year, source, kind, movement, from, to }: EntryListQuery): Prisma.Sql {
  const of = Prisma.sql`CASE t.measure WHEN 'pooled' THEN 'allocated' ELSE t.measure END`;
  const given = <T>(value: T | undefined, sql: (value: T) => Prisma.Sql) => (value === undefined ? [] : [sql(value)]);
  const conditions = [
    Prisma.sql`t.county_id = ANY(${[...actor.counties]}::uuid[])`,
    ...given(county, (id) => Prisma.sql`t.county_id = ${id}::uuid`),
    ...given(year, (one) => Prisma.sql`t.programme_year_id = ${yearIdOf(actor, one)}`),
    ...given(source, (code) => Prisma.sql`t.source = ${code}`),
    ...given(kind, (code) => Prisma.sql`t.fund_kind = ${code}`),
    ...given(movement, (code) => Prisma.sql`${of} = ${code}`),
    ...given(from, (day) => Prisma.sql`t.month >= ${day}::date`),
    ...given(to, (day) => Prisma.sql`t.month <= ${day}::date`),
  ];
  return Prisma.sql`(SELECT json_build_object('total', coalesce(sum(t.entries), 0)::int, 'sums', json_build_object(${asSums(of, Prisma.sql`t.amount`)}))
    FROM ledger_total t WHERE ${Prisma.join(conditions, ' AND ')})`;
}

export interface Found {
  total: number;
  sums: EntrySums;
}

/** How many entries the list finds, and what each movement comes to: an expression that gives { total, sums } as JSON. */
export const totalsOf = (actor: Actor, query: EntryListQuery): Prisma.Sql =>
  (actor.level === 'county' || actor.level === 'prefecture') && isKept(query)
    ? kept(actor, query)
    : counted(actor, query);
