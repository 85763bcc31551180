import 'server-only';
import { type NewsCount, newsCriteria } from '@/lib/domain/news/criteria';
import { newsRulesOf } from '@/lib/domain/news/rules';
import type { NewsAnswer, NewsCounts, NewsList, NewsListQuery } from '@/lib/domain/news/schema';
import type { NamedUnit } from '@/lib/domain/units/named';
import type { Actor } from '@/lib/server/actor';
import { cursorOf, type Place, placeOf } from '@/lib/server/compounds/cursor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { instant } from '@/lib/server/compounds/sql';
import { like } from '@/lib/server/db/like';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';

const COLUMNS = Prisma.sql`n.id, ${namedUnit()} AS county, y.year, n.kind, n.level, n.title, n.happened_on::text AS "happenedOn", n.medium, n.outlet, n.link,
  CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.name) END AS file, n.document_no AS "documentNo", n.issuer, n.place, n.participants, n.summary, n.status,
  n.withdrawn_reason AS "withdrawnReason", ${instant('n.created_at')} AS "filedAt", coalesce(anju_name_of(n.created_by), '—') AS "filedBy", n.version`;
const FROM = Prisma.sql`news n JOIN programme_year y ON y.id = n.programme_year_id JOIN unit u ON u.id = n.county_id LEFT JOIN stored_file f ON f.id = n.file_id`;

function conditions(actor: Actor, query: NewsListQuery): Prisma.Sql {
  const { q, county = null, year = null, kind = null, level = null, status = null } = query;
  const text = q ? like(q) : null;
  return Prisma.sql`n.county_id = ANY(${[...actor.counties]}::uuid[]) AND (${county}::uuid IS NULL OR n.county_id = ${county}::uuid)
    AND (${year}::int IS NULL OR y.year = ${year}::int) AND (${kind}::text IS NULL OR n.kind = ${kind}) AND (${level}::text IS NULL OR n.level = ${level})
    AND (${status}::text IS NULL OR n.status = ${status})
    AND (${text}::text IS NULL OR n.title ILIKE ${text}::text OR n.outlet ILIKE ${text}::text OR n.document_no ILIKE ${text}::text)`;
}

async function pageOf(reader: Reader, where: Prisma.Sql, query: NewsListQuery, place: Place | undefined) {
  const back = place?.[0] === 'before';
  const order = Prisma.raw(back ? 'ASC' : 'DESC');
  const after = place
    ? Prisma.sql`AND (n.happened_on, n.id) ${Prisma.raw(back ? '>' : '<')} (${String(place[1])}::date, ${place[2]}::uuid)`
    : Prisma.empty;
  const rows = await reader.$queryRaw<NewsAnswer[]>(Prisma.sql`
    SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} ${after} ORDER BY n.happened_on ${order}, n.id ${order} LIMIT ${query.limit + 1}::int`);
  const items = rows.slice(0, query.limit);
  return { back, more: rows.length > query.limit, items: back ? items.toReversed() : items };
}

/** News of the counties that this person sees, the latest first; null: the cursor is not one of ours. */
export async function listNews(reader: Reader, actor: Actor, query: NewsListQuery): Promise<NewsList | null> {
  const place = query.cursor === undefined ? undefined : placeOf(query.cursor);
  if (place === null || (place && !/^\d{4}-\d{2}-\d{2}$/.test(String(place[1])))) return null;
  const where = conditions(actor, query);
  const [count] = await reader.$queryRaw<{ total: number }[]>(
    Prisma.sql`SELECT count(*)::int AS total FROM news n JOIN programme_year y ON y.id = n.programme_year_id WHERE ${where}`,
  );
  const { back, more, items } = await pageOf(reader, where, query, place);
  const at = (direction: 'after' | 'before', end: NewsAnswer | undefined) =>
    end ? cursorOf([direction, end.happenedOn, end.id]) : null;
  return {
    items,
    total: count?.total ?? 0,
    nextCursor: back || more ? at('after', items.at(-1)) : null,
    previousCursor: (back ? more : place !== undefined) ? at('before', items[0]) : null,
  };
}

export async function oneNews(reader: Reader, actor: Actor, id: string): Promise<NewsAnswer | null> {
  const [row] = await reader.$queryRaw<NewsAnswer[]>(
    Prisma.sql`SELECT ${COLUMNS} FROM ${FROM} WHERE n.county_id = ANY(${[...actor.counties]}::uuid[]) AND n.id = ${id}::uuid`,
  );
  return row ?? null;
}

interface Counted {
  county: NamedUnit;
  year: number;
  rulebookId: string;
  counts: NewsCount[];
}

/** What counts in the scorecard: by county and year, how many of each kind and level were filed and not withdrawn; counties without any among them. */
export async function newsCounts(
  reader: Reader,
  actor: Actor,
  { county = null, year = null }: { county?: string | null; year?: number | null },
): Promise<NewsCounts[]> {
  const rows = await reader.$queryRaw<Counted[]>(Prisma.sql`
    SELECT ${namedUnit()} AS county, y.year, y.rulebook_id AS "rulebookId",
      (SELECT coalesce(json_agg(json_build_object('kind', c.kind, 'level', c.level, 'count', c.count) ORDER BY c.kind, c.level), '[]') FROM
        (SELECT n.kind, n.level, count(*)::int AS count FROM news n WHERE n.county_id = u.id AND n.programme_year_id = y.id AND n.status = 'filed' GROUP BY n.kind, n.level) c) AS counts
    FROM unit u JOIN programme_year y ON y.prefecture_id = u.prefecture_id
    WHERE u.kind = 'county' AND u.id = ANY(${[...actor.counties]}::uuid[]) AND y.prefecture_id = ${actor.prefectureId}::uuid
      AND (${county}::uuid IS NULL OR u.id = ${county}::uuid) AND (${year}::int IS NULL OR y.year = ${year}::int)
    ORDER BY y.year DESC, u.sort_order, u.code LIMIT 600`);
  const answers: NewsCounts[] = [];
  for (const { rulebookId, ...row } of rows) {
    const rules = newsRulesOf(await rulebookOf(reader, rulebookId));
    answers.push({ ...row, criteria: newsCriteria(row.counts, rules) });
  }
  return answers;
}
