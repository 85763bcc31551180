import 'server-only';
import type { CompoundList, CompoundRow } from '@/lib/domain/compounds/answers';
import type { CompoundListQuery } from '@/lib/domain/compounds/list-query';
import { wordsOf } from '@/lib/domain/search/words';
import type { Actor } from '@/lib/server/actor';
import { JsonText } from '@/lib/server/answer';
import { like } from '@/lib/server/db/like';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit, namedUnitIfAny } from '@/lib/server/units/named';
import { cursorOf, type Place, placeOf } from './cursor';
import { totalOf } from './list-total';
import { areaText, instant } from './sql';

/** Each order, as text or number that a cursor can carry; unknown years stand last in both directions. */
const ORDERS = {
  name: { sql: () => 'c.pinyin', type: 'text' },
  year: {
    sql: (desc: boolean) => `coalesce(c.decisive_year, c.year_built, ${desc ? 0 : 9999})`,
    type: 'int',
  },
  households: { sql: () => 'coalesce(t.households, 0)', type: 'int' },
  area: { sql: () => 'coalesce(t.floor_area, 0)::numeric', type: 'numeric' },
  updated: { sql: () => 'floor(extract(epoch FROM c.updated_at) * 1000)', type: 'numeric' },
} as const;

/** Every word must be found; names, former names, pinyin, initials, code and address all stand in one column of compound c. */
export const compoundsSearched = (q: string): Prisma.Sql[] =>
  wordsOf(q).map((word) => Prisma.sql`c.search_text LIKE ${like(word)}`);

function optional<T>(value: T | undefined, sql: (value: T) => Prisma.Sql): Prisma.Sql[] {
  return value === undefined ? [] : [sql(value)];
}

const year = Prisma.raw('coalesce(c.decisive_year, c.year_built)');

/** One county is asked for by its name, so that an index in the order of the list can be walked until the page is full. */
function inCounties(actor: Actor, wanted: string | undefined): Prisma.Sql {
  const counties = wanted === undefined ? actor.counties : actor.counties.filter((id) => id === wanted);
  const [only] = counties;
  return only !== undefined && counties.length === 1
    ? Prisma.sql`c.county_id = ${only}::uuid`
    : Prisma.sql`c.county_id = ANY(${[...counties]}::uuid[])`;
}

/** The filters as conditions over compound c; also what an export of the list reads. */
export function compoundConditions(actor: Actor, query: CompoundListQuery): Prisma.Sql {
  const { facility, condition } = query;
  return Prisma.join(
    [
      inCounties(actor, query.county),
      ...(query.status === 'all' ? [] : [Prisma.sql`c.status = ${query.status}`]),
      ...optional(query.subdistrict, (id) => Prisma.sql`c.subdistrict_id = ${id}::uuid`),
      ...optional(query.community, (id) => Prisma.sql`c.community_id = ${id}::uuid`),
      ...optional(query.eligibility, (outcome) => Prisma.sql`c.eligibility = ${outcome}`),
      ...optional(
        query.reason,
        (code) => Prisma.sql`c.eligibility_reasons @> jsonb_build_array(jsonb_build_object('code', ${code}::text))`,
      ),
      ...optional(query.missing, (code) => Prisma.sql`${code} = ANY(c.missing_facts)`),
      ...optional(query.ready, (ready) => Prisma.sql`(cardinality(c.missing_facts) = 0) = ${ready === 'yes'}`),
      ...optional(query.decade, (decade) =>
        decade === 'unknown'
          ? Prisma.sql`${year} IS NULL`
          : Prisma.sql`${year} BETWEEN ${Number(decade)}::int AND ${Number(decade) + 9}::int`,
      ),
      ...optional(query.yearFrom, (from) => Prisma.sql`${year} >= ${from}::int`),
      ...optional(query.yearTo, (to) => Prisma.sql`${year} <= ${to}::int`),
      ...optional(query.ownership, (kind) =>
        kind === 'unknown' ? Prisma.sql`c.ownership_kind IS NULL` : Prisma.sql`c.ownership_kind = ${kind}`,
      ),
      ...optional(query.willingness, (kind) =>
        kind === 'unknown' ? Prisma.sql`c.willingness IS NULL` : Prisma.sql`c.willingness = ${kind}`,
      ),
      ...optional(facility, (key) =>
        condition
          ? Prisma.sql`c.facilities ->> ${key}::text = ${condition}`
          : Prisma.sql`c.facilities ->> ${key}::text IN ('poor', 'missing')`,
      ),
      ...(condition && !facility
        ? [Prisma.sql`EXISTS (SELECT 1 FROM jsonb_each_text(c.facilities) f WHERE f.value = ${condition})`]
        : []),
      ...(query.q ? compoundsSearched(query.q) : []),
    ],
    ' AND ',
  );
}

const ITEM = Prisma.sql`json_build_object(
  'id', c.id, 'code', c.code, 'name', c.name, 'county', ${namedUnit('cu')},
  'subdistrict', ${namedUnitIfAny('su')}, 'community', ${namedUnitIfAny('mu')},
  'address', c.address, 'year', coalesce(c.decisive_year, c.year_built), 'ownershipKind', c.ownership_kind,
  'originalUnit', c.original_unit, 'willingness', c.willingness, 'hasOwnersCommittee', c.has_owners_committee,
  'hasPropertyService', c.has_property_service, 'hasMaintenanceFund', c.has_maintenance_fund,
  'eligibility', c.eligibility, 'reasonCodes', jsonb_path_query_array(c.eligibility_reasons, '$[*].code'),
  'missing', cardinality(c.missing_facts), 'buildings', coalesce(t.buildings, 0), 'households', coalesce(t.households, 0),
  'floorArea', ${areaText('coalesce(t.floor_area, 0)')}, 'exclusiveArea', ${areaText('coalesce(t.exclusive_area, 0)')},
  'status', c.status, 'version', c.version, 'updatedAt', ${instant('c.updated_at')})`;

interface Page {
  total: number;
  more: boolean;
  first: [string | number, string] | null;
  last: [string | number, string] | null;
  /** JSON as PostgreSQL wrote it */
  items: string;
}

/** One query: the page by keyset, and how many there are. Names of units are read for the page only. */
async function readPage(reader: Reader, actor: Actor, query: CompoundListQuery, place: Place | undefined) {
  const back = place?.[0] === 'before';
  const desc = (query.order === 'desc') !== back;
  const order = ORDERS[query.sort];
  const key = Prisma.raw(order.sql(query.order === 'desc'));
  const direction = Prisma.raw(desc ? 'DESC' : 'ASC');
  const after = place
    ? Prisma.sql`AND (${key}, c.id) ${Prisma.raw(desc ? '<' : '>')} (${String(place[1])}::${Prisma.raw(order.type)}, ${place[2]}::uuid)`
    : Prisma.empty;
  const conditions = compoundConditions(actor, query);
  const end = (n: Prisma.Sql) => Prisma.sql`(SELECT json_build_array(key, id) FROM page WHERE n = ${n})`;
  const [first, last] = [end(Prisma.sql`1`), end(Prisma.sql`(SELECT max(n) FROM page WHERE n <= ${query.limit}::int)`)];
  const [page] = await reader.$queryRaw<Page[]>`
    WITH found AS (
      SELECT c.id, ${key} AS key FROM compound c LEFT JOIN compound_total t ON t.compound_id = c.id
      WHERE ${conditions} ${after} ORDER BY key ${direction}, c.id ${direction} LIMIT ${query.limit + 1}::int),
    page AS MATERIALIZED (SELECT id, key, (row_number() OVER (ORDER BY key ${direction}, id ${direction}))::int AS n FROM found)
    SELECT ${totalOf(actor, query, conditions)}::int AS total,
      (SELECT count(*) FROM page) > ${query.limit}::int AS more, ${back ? last : first} AS first, ${back ? first : last} AS last,
      (SELECT coalesce(json_agg(${ITEM} ORDER BY page.n ${Prisma.raw(back ? 'DESC' : 'ASC')}), '[]')::text
       FROM page JOIN compound c ON c.id = page.id LEFT JOIN compound_total t ON t.compound_id = c.id
       JOIN unit cu ON cu.id = c.county_id LEFT JOIN unit su ON su.id = c.subdistrict_id
       LEFT JOIN unit mu ON mu.id = c.community_id
       WHERE page.n <= ${query.limit}::int) AS items`;
  return page ?? { total: 0, more: false, first: null, last: null, items: '[]' };
}

function fits(place: Place, type: string): boolean {
  return type === 'text' ? typeof place[1] === 'string' : /^-?\d{1,18}(\.\d{1,6})?$/.test(String(place[1]));
}

type Ends = Omit<CompoundList, 'items'>;

/** The list with its items still as text, for an answer that only hands them on; null: the cursor is not one of ours. */
async function listText(
  reader: Reader,
  actor: Actor,
  query: CompoundListQuery,
): Promise<(Ends & { items: string }) | null> {
  const place = query.cursor === undefined ? undefined : placeOf(query.cursor);
  if (place === null || (place && !fits(place, ORDERS[query.sort].type))) return null;
  const { total, more, first, last, items } = await readPage(reader, actor, query, place);
  const back = place?.[0] === 'before';
  const at = (direction: 'after' | 'before', end: Page['first']) => (end ? cursorOf([direction, ...end]) : null);
  return {
    items,
    nextCursor: back || more ? at('after', last) : null,
    previousCursor: (back ? more : place !== undefined) ? at('before', first) : null,
    total,
  };
}

export async function listCompounds(
  reader: Reader,
  actor: Actor,
  query: CompoundListQuery,
): Promise<CompoundList | null> {
  const list = await listText(reader, actor, query);
  return list && { ...list, items: JSON.parse(list.items) as CompoundRow[] };
}

/** The same as the text of an answer: what PostgreSQL wrote is not taken apart and put together again. */
export async function compoundListJson(
  reader: Reader,
  actor: Actor,
  query: CompoundListQuery,
): Promise<JsonText | null> {
  const list = await listText(reader, actor, query);
  if (!list) return null;
  const { items, ...ends } = list;
  return new JsonText(`{"items":${items},${JSON.stringify(ends).slice(1)}`);
}
