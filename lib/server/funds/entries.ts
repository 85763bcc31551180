import 'server-only';
import type { EntryListQuery } from '@/lib/domain/funds/entries-query';
import type { EntryList, EntryRow } from '@/lib/domain/funds/entry-answers';
import type { Actor } from '@/lib/server/actor';
import { cursorOf, type Place, placeOf } from '@/lib/server/compounds/cursor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { namedUnit } from '@/lib/server/units/named';
import { ENTRY_FROM, entryConditions, OF } from './entry-conditions';
import { type Found, partOf, totalsOf } from './entry-sums';

const SIGN = Prisma.sql`(CASE e.kind WHEN 'reversed' THEN -1 ELSE 1 END)`;

const ROW = ({
  item,
}: EntryListQuery) => Prisma.sql`json_build_object('id', e.id, 'entryOn', e.entry_on, 'movement', e.kind, 'of', ${OF},
  'county', ${namedUnit('cu')}, 'project', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'code', p.code, 'name', p.name) END,
  'year', y.year, 'source', e.source, 'kind', e.fund_kind, 'earmark', e.earmark, 'amount', (e.amount * ${SIGN} * 0.01)::numeric(20, 2)::text,
  'part', ${item === undefined ? Prisma.sql`NULL` : Prisma.sql`(${partOf(item)} * ${SIGN} * 0.01)::numeric(20, 2)::text`},
  'voucherNo', e.voucher_no, 'counterparty', e.counterparty, 'note', e.note,
  'contract', CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'no', k.no) END,
  'items', (SELECT coalesce(json_agg(json_build_object('item', i ->> 'item', 'amount', ${yuan(`(i ->> 'amount')::bigint`)})), '[]') FROM jsonb_array_elements(e.items) i),
  'reversed', EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = e.id))`;

const JOINS = Prisma.sql`JOIN unit cu ON cu.id = e.county_id JOIN programme_year y ON y.id = e.programme_year_id
  LEFT JOIN project p ON p.id = e.project_id LEFT JOIN contract k ON k.id = e.contract_id`;

interface Page {
  found: Found;
  more: boolean;
  first: [string, string] | null;
  last: [string, string] | null;
  items: EntryRow[];
}

/** One query: the page by keyset in the order of the days, and what all that is found comes to. */
async function readPage(reader: Reader, actor: Actor, query: EntryListQuery, place: Place | undefined): Promise<Page> {
  const back = place?.[0] === 'before';
  const desc = (query.order === 'desc') !== back;
  const direction = Prisma.raw(desc ? 'DESC' : 'ASC');
  const after = place
    ? Prisma.sql`AND (e.entry_on, e.id) ${Prisma.raw(desc ? '<' : '>')} (${String(place[1])}::date, ${place[2]}::uuid)`
    : Prisma.empty;
  const end = (n: Prisma.Sql) => Prisma.sql`(SELECT json_build_array(key, id) FROM page WHERE n = ${n})`;
  const [first, last] = [end(Prisma.sql`1`), end(Prisma.sql`(SELECT max(n) FROM page WHERE n <= ${query.limit}::int)`)];
  const [page] = await reader.$queryRaw<Page[]>`
    WITH found AS (SELECT e.id, e.entry_on AS key FROM ${ENTRY_FROM} WHERE ${entryConditions(actor, query)} ${after}
        ORDER BY e.entry_on ${direction}, e.id ${direction} LIMIT ${query.limit + 1}::int),
      page AS MATERIALIZED (SELECT id, key, (row_number() OVER (ORDER BY key ${direction}, id ${direction}))::int AS n FROM found)
    SELECT ${totalsOf(actor, query)} AS found, (SELECT count(*) FROM page) > ${query.limit}::int AS more,
      ${back ? last : first} AS first, ${back ? first : last} AS last,
      (SELECT coalesce(json_agg(${ROW(query)} ORDER BY page.n ${Prisma.raw(back ? 'DESC' : 'ASC')}), '[]')
       FROM page JOIN ledger_entry e ON e.id = page.id LEFT JOIN ledger_entry w ON w.id = e.reverses_id ${JOINS} WHERE page.n <= ${query.limit}::int) AS items`;
  if (!page) throw new Error('a list of entries answers one row');
  return page;
}

/** 资金台账: what has moved, in the order of its days; null: the cursor is not one of ours. */
export async function listEntries(reader: Reader, actor: Actor, query: EntryListQuery): Promise<EntryList | null> {
  const place = query.cursor === undefined ? undefined : placeOf(query.cursor);
  if (place === null || (place && !/^\d{4}-\d{2}-\d{2}$/.test(String(place[1])))) return null;
  const { found, more, first, last, items } = await readPage(reader, actor, query, place);
  const back = place?.[0] === 'before';
  const at = (direction: 'after' | 'before', end: Page['first']) => (end ? cursorOf([direction, ...end]) : null);
  return {
    items,
    ...found,
    nextCursor: back || more ? at('after', last) : null,
    previousCursor: (back ? more : place !== undefined) ? at('before', first) : null,
  };
}
