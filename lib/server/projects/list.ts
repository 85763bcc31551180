import 'server-only';
import type { ProjectList, ProjectRow } from '@/lib/domain/projects/answers';
import type { ProjectListQuery } from '@/lib/domain/projects/list-query';
import { mayBeInitials, wordsOf } from '@/lib/domain/search/words';
import { LIGHTS, type Light } from '@/lib/domain/warnings/types';
import type { Actor } from '@/lib/server/actor';
import { JsonText } from '@/lib/server/answer';
import { cursorOf, type Place, placeOf } from '@/lib/server/compounds/cursor';
import { initials, like } from '@/lib/server/db/like';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { PROJECT_FACTS, PROJECT_JOINS } from './rows';
import { projectScope } from './scope';

/** Each order, as text or number that a cursor can carry; what has no estimate yet counts as 0. */
const ORDERS = {
  name: { sql: 'p.pinyin', type: 'text' },
  code: { sql: 'p.code', type: 'text' },
  stage: { sql: 'p.stage', type: 'int' },
  estimate: { sql: 'coalesce(p.estimate, 0)::numeric', type: 'numeric' },
  updated: { sql: 'floor(extract(epoch FROM p.updated_at) * 1000)', type: 'numeric' },
} as const;

/** Each word is looked for in name, code, pinyin and initials of project p, and in the names of its compounds. */
export function projectsSearched(q: string): Prisma.Sql[] {
  return wordsOf(q).map((word) => {
    const short = mayBeInitials(word) ? Prisma.sql`OR p.pinyin ~ ${initials(word)}` : Prisma.empty;
    return Prisma.sql`(lower(p.name) LIKE ${like(word)} OR lower(p.code) LIKE ${like(word)} OR replace(p.pinyin, ' ', '') LIKE ${like(word)} ${short}
      OR p.id IN (SELECT pc.project_id FROM compound c JOIN project_compound pc ON pc.compound_id = c.id AND pc.live WHERE c.search_text LIKE ${like(word)}))`;
  });
}

function optional<T>(value: T | undefined, sql: (value: T) => Prisma.Sql): Prisma.Sql[] {
  return value === undefined ? [] : [sql(value)];
}

/** One county is asked for by its name, so that an index in the order of the list can be walked until the page is full. */
function scopeOf(actor: Actor, wanted: string | undefined): Prisma.Sql {
  const [only] = actor.counties;
  if (actor.level === 'county' && only !== undefined && actor.counties.length === 1)
    return Prisma.sql`p.county_id = ${only}::uuid`;
  if (wanted !== undefined && actor.counties.includes(wanted) && actor.level === 'prefecture')
    return Prisma.sql`p.county_id = ${wanted}::uuid`;
  return projectScope(actor);
}

const yearOf = (actor: Actor, year: number) =>
  Prisma.sql`(SELECT id FROM programme_year WHERE prefecture_id = ${actor.prefectureId}::uuid AND year = ${year}::int)`;

function conditionsOf(actor: Actor, query: ProjectListQuery): Prisma.Sql {
  return Prisma.join(
    [
      scopeOf(actor, query.county),
      ...optional(query.county, (id) => Prisma.sql`p.county_id = ${id}::uuid`),
      ...optional(query.year, (year) => Prisma.sql`p.programme_year_id = ${yearOf(actor, year)}`),
      ...optional(query.stage, (stage) => Prisma.sql`p.stage = ${stage}::int`),
      ...optional(query.status, (status) => Prisma.sql`p.status = ${status}`),
      ...optional(query.entity, (kind) => Prisma.sql`p.entity_kind = ${kind}`),
      ...optional(query.light, (light) => lit(actor, light)),
      ...(query.q ? projectsSearched(query.q) : []),
    ],
    ' AND ',
  );
}

/** Of project_light k: a light that was true until a fact or the day changed is none until it is reckoned anew. */
const TRUE_TODAY = Prisma.sql`anju_today() BETWEEN k.valid_from AND k.valid_until`;
const LIGHT = Prisma.sql`(SELECT k.light FROM project_light k WHERE k.project_id = p.id AND ${TRUE_TODAY})`;

/** By place: in the indexes of the watch list that stands in front of all. */
const lit = (actor: Actor, light: Light) => Prisma.sql`p.id IN (SELECT k.project_id FROM project_light k
  WHERE k.county_id = ANY(${[...actor.counties]}::uuid[]) AND k.place = ${LIGHTS.indexOf(light)}::int AND ${TRUE_TODAY})`;

/** How many there are: of the bodies' lists read from what is kept, else counted by the list's own conditions. */
function totalOf(actor: Actor, query: ProjectListQuery, conditions: Prisma.Sql): Prisma.Sql {
  if (query.q || query.light || (actor.level !== 'county' && actor.level !== 'prefecture'))
    return Prisma.sql`(SELECT count(*) FROM project p WHERE ${conditions})`;
  const all = [
    Prisma.sql`k.county_id = ANY(${[...actor.counties]}::uuid[])`,
    ...optional(query.county, (id) => Prisma.sql`k.county_id = ${id}::uuid`),
    ...optional(query.year, (year) => Prisma.sql`k.programme_year_id = ${yearOf(actor, year)}`),
    ...optional(query.stage, (stage) => Prisma.sql`k.stage = ${stage}::int`),
    ...optional(query.status, (status) => Prisma.sql`k.status = ${status}`),
    ...optional(query.entity, (kind) => Prisma.sql`k.entity_kind = ${kind}`),
  ];
  return Prisma.sql`(SELECT coalesce(sum(k.projects), 0) FROM project_total k WHERE ${Prisma.join(all, ' AND ')})`;
}

const HOUSEHOLDS = Prisma.sql`(SELECT coalesce(sum(t.households), 0)::int FROM project_compound pc JOIN compound_total t ON t.compound_id = pc.compound_id
  WHERE pc.project_id = p.id AND pc.live)`;

interface Page {
  total: number;
  more: boolean;
  first: [string | number, string] | null;
  last: [string | number, string] | null;
  /** JSON as PostgreSQL wrote it */
  items: string;
}

/** One query: the page by keyset, and how many there are. What is looked up for each line is looked up for the page only. */
async function readPage(reader: Reader, actor: Actor, query: ProjectListQuery, place: Place | undefined) {
  const back = place?.[0] === 'before';
  const order = ORDERS[query.sort];
  const desc = (query.order === 'desc') !== back;
  const key = Prisma.raw(order.sql);
  const direction = Prisma.raw(desc ? 'DESC' : 'ASC');
  const after = place
    ? Prisma.sql`AND (${key}, p.id) ${Prisma.raw(desc ? '<' : '>')} (${String(place[1])}::${Prisma.raw(order.type)}, ${place[2]}::uuid)`
    : Prisma.empty;
  const conditions = conditionsOf(actor, query);
  const end = (n: Prisma.Sql) => Prisma.sql`(SELECT json_build_array(key, id) FROM page WHERE n = ${n})`;
  const [first, last] = [end(Prisma.sql`1`), end(Prisma.sql`(SELECT max(n) FROM page WHERE n <= ${query.limit}::int)`)];
  const [page] = await reader.$queryRaw<Page[]>`
    WITH found AS (SELECT p.id, ${key} AS key FROM project p WHERE ${conditions} ${after} ORDER BY key ${direction}, p.id ${direction} LIMIT ${query.limit + 1}::int),
    page AS MATERIALIZED (SELECT id, key, (row_number() OVER (ORDER BY key ${direction}, id ${direction}))::int AS n FROM found)
    SELECT ${totalOf(actor, query, conditions)}::int AS total,
      (SELECT count(*) FROM page) > ${query.limit}::int AS more, ${back ? last : first} AS first, ${back ? first : last} AS last,
      (SELECT coalesce(json_agg(json_build_object(${PROJECT_FACTS}, 'households', ${HOUSEHOLDS}, 'light', ${LIGHT}) ORDER BY page.n ${Prisma.raw(back ? 'DESC' : 'ASC')}), '[]')::text
       FROM page JOIN project p ON p.id = page.id ${PROJECT_JOINS} WHERE page.n <= ${query.limit}::int) AS items`;
  return page ?? { total: 0, more: false, first: null, last: null, items: '[]' };
}

const fits = (place: Place, type: string): boolean =>
  type === 'text' ? typeof place[1] === 'string' : /^-?\d{1,18}(\.\d{1,6})?$/.test(String(place[1]));

/** The list with its items still as text; null: the cursor is not one of ours. */
async function listText(reader: Reader, actor: Actor, query: ProjectListQuery) {
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

export async function listProjects(reader: Reader, actor: Actor, query: ProjectListQuery): Promise<ProjectList | null> {
  const list = await listText(reader, actor, query);
  return list && { ...list, items: JSON.parse(list.items) as ProjectRow[] };
}

/** The same as the text of an answer: what PostgreSQL wrote is not taken apart and put together again. */
export async function projectListJson(reader: Reader, actor: Actor, query: ProjectListQuery): Promise<JsonText | null> {
  const list = await listText(reader, actor, query);
  if (!list) return null;
  const { items, ...ends } = list;
  return new JsonText(`{"items":${items},${JSON.stringify(ends).slice(1)}`);
}
