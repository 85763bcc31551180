import 'server-only';
import type { EntryListQuery } from '@/lib/domain/funds/entries-query';
import { FEES } from '@/lib/domain/funds/types';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import { entryScope } from './scope';

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function optional<T>(value: T | undefined, sql: (value: T) => Prisma.Sql): Prisma.Sql[] {
  return value === undefined ? [] : [sql(value)];
}

const searched = (q: string): Prisma.Sql[] =>
  q
    .normalize('NFKC')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map(
      (word) =>
        Prisma.sql`(e.voucher_no ILIKE ${like(word)} OR e.counterparty ILIKE ${like(word)} OR e.note ILIKE ${like(word)})`,
    );

/** One county is asked for by its name, so that an index in the order of the list can be walked until the page is full. */
function scopeOf(actor: Actor, wanted: string | undefined): Prisma.Sql {
  const [only] = actor.counties;
  if (actor.level === 'county' && only !== undefined && actor.counties.length === 1)
    return Prisma.sql`e.county_id = ${only}::uuid`;
  if (actor.level === 'prefecture' && wanted !== undefined && actor.counties.includes(wanted))
    return Prisma.sql`e.county_id = ${wanted}::uuid`;
  return entryScope(actor);
}

export const yearIdOf = (actor: Actor, year: number) =>
  Prisma.sql`(SELECT id FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid AND year = ${year}::int)`;

export const itemOf = (asked: string): string => (asked === 'fees' ? FEES : asked);

/** What an entry counts as: a reversal as what it takes back. `e` the entry, `w` what it reverses. */
export const OF = Prisma.sql`coalesce(w.kind, e.kind)`;

export const ENTRY_FROM = Prisma.sql`ledger_entry e LEFT JOIN ledger_entry w ON w.id = e.reverses_id`;

/** The list's conditions, of entries `e` with what they reverse `w`. */
export function entryConditions(actor: Actor, query: EntryListQuery): Prisma.Sql {
  const { county, year, project, source, kind, movement, contract, item, from, to, q } = query;
  return Prisma.join(
    [
      scopeOf(actor, county),
      ...optional(county, (id) => Prisma.sql`e.county_id = ${id}::uuid`),
      ...optional(year, (one) => Prisma.sql`e.programme_year_id = ${yearIdOf(actor, one)}`),
      ...optional(project, (id) => Prisma.sql`e.project_id = ${id}::uuid`),
      ...optional(source, (code) => Prisma.sql`e.source = ${code}`),
      ...optional(kind, (code) => Prisma.sql`e.fund_kind = ${code}`),
      ...optional(movement, (of) => (of === 'reversed' ? Prisma.sql`e.kind = 'reversed'` : Prisma.sql`${OF} = ${of}`)),
      ...optional(contract, (id) => Prisma.sql`e.contract_id = ${id}::uuid`),
      ...optional(item, (code) => Prisma.sql`e.items @> ${JSON.stringify([{ item: itemOf(code) }])}::jsonb`),
      ...optional(from, (day) => Prisma.sql`e.entry_on >= ${day}::date`),
      ...optional(to, (day) => Prisma.sql`e.entry_on <= ${day}::date`),
      ...(q ? searched(q) : []),
    ],
    ' AND ',
  );
}
