import 'server-only';
import type { UnitDetail, UnitList, UnitListQuery, UnitOption, UnitView } from '@/lib/domain/units/views';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';

const within = (actor: Actor): Prisma.Sql =>
  Prisma.sql`u.prefecture_id = ${actor.prefectureId}::uuid AND (u.county_id IS NULL OR u.county_id = ANY(${[...actor.counties]}::uuid[]))`;

const IN_USE = Prisma.sql`(u.valid_to IS NULL OR u.valid_to > anju_today())`;

/** Units to choose from in the actor's own territory, for selects of any screen. */
export async function unitOptions(tx: Tx, actor: Actor): Promise<UnitOption[]> {
  const [row] = await tx.$queryRaw<{ doc: UnitOption[] }[]>`
    SELECT coalesce(json_agg(json_build_object('id', u.id, 'kind', u.kind, 'name', u.name, 'countyId', u.county_id,
      'path', concat_ws(' · ', CASE WHEN u.kind IN ('subdistrict', 'community') THEN c.name END, CASE WHEN u.kind = 'community' THEN s.name END),
      'search', u.code || ' ' || replace(u.pinyin, ' ', '') || ' ' || regexp_replace(u.pinyin, '(\\S)\\S*\\s*', '\\1', 'g')) ORDER BY c.sort_order NULLS FIRST, c.code, u.code), '[]'::json) AS doc
    FROM unit u LEFT JOIN unit c ON c.id = u.county_id LEFT JOIN unit s ON s.id = u.subdistrict_id
    WHERE ${within(actor)} AND ${IN_USE}`;
  return row?.doc ?? [];
}

/** What stands in each unit, from the kept sums (0004); accounts and units below it, counted once for all. */
const HELD = Prisma.sql`WITH places AS MATERIALIZED (
    SELECT county_id, subdistrict_id, community_id, sum(compounds)::int AS n FROM survey_place_total WHERE dimension = 'all' GROUP BY 1, 2, 3),
  held AS (SELECT unit_id, sum(n)::int AS n FROM (
      SELECT county_id AS unit_id, n FROM places UNION ALL SELECT subdistrict_id, n FROM places UNION ALL SELECT community_id, n FROM places) x GROUP BY 1),
  people AS (SELECT unit_id, count(*)::int AS n FROM account WHERE disabled_at IS NULL GROUP BY 1),
  below AS (SELECT parent_id, count(*)::int AS n FROM unit WHERE valid_to IS NULL OR valid_to > anju_today() GROUP BY 1)`;
const BESIDE = Prisma.sql`LEFT JOIN held ON held.unit_id = u.id LEFT JOIN people ON people.unit_id = u.id LEFT JOIN below ON below.parent_id = u.id`;

const VIEW = Prisma.sql`json_build_object('id', u.id, 'parentId', u.parent_id, 'kind', u.kind, 'code', coalesce(v.code, u.code),
  'name', coalesce(v.name, u.name), 'nameEn', u.name_en, 'sortOrder', u.sort_order, 'approvers', u.approvers, 'validFrom', u.valid_from::text,
  'validTo', u.valid_to::text, 'retiredReason', u.retired_reason, 'countyId', u.county_id, 'version', u.version,
  'accounts', coalesce(people.n, 0),
  'compounds', coalesce(CASE u.kind WHEN 'prefecture' THEN (SELECT sum(n)::int FROM places) ELSE held.n END, 0), 'children', coalesce(below.n, 0))`;

/** The name and code of a day long past; today's are the unit's own. */
const versionOn = (on: string | undefined): Prisma.Sql =>
  on
    ? Prisma.sql`LEFT JOIN LATERAL (SELECT code, name FROM unit_version w WHERE w.unit_id = u.id AND w.valid_from <= ${on}::date
        AND (w.valid_to IS NULL OR w.valid_to > ${on}::date) ORDER BY w.valid_from DESC LIMIT 1) v ON true`
    : Prisma.sql`LEFT JOIN (SELECT NULL::text AS code, NULL::text AS name) v ON true`;

/** Held on that day: from its first name on, which a renamed unit had before its present one. */
const heldOn = (on: string): Prisma.Sql =>
  Prisma.sql`least(u.valid_from, (SELECT min(w.valid_from) FROM unit_version w WHERE w.unit_id = u.id)) <= ${on}::date
    AND (u.valid_to IS NULL OR u.valid_to > ${on}::date)`;

const like = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

export async function listUnits(tx: Tx, actor: Actor, query: UnitListQuery): Promise<UnitList> {
  const all = [within(actor)];
  if (query.on) all.push(heldOn(query.on));
  else if (query.retired === 'no') all.push(IN_USE);
  if (query.kind) all.push(Prisma.sql`u.kind = ${query.kind}`);
  if (query.under)
    all.push(
      Prisma.sql`(u.parent_id = ${query.under}::uuid OR u.county_id = ${query.under}::uuid OR u.subdistrict_id = ${query.under}::uuid)`,
    );
  if (query.q) {
    const q = like(query.q);
    all.push(Prisma.sql`(u.name LIKE ${q} OR lower(u.code) LIKE ${q} OR replace(u.pinyin, ' ', '') LIKE ${q} OR lower(u.name_en) LIKE ${q}
      OR EXISTS (SELECT 1 FROM unit_version w WHERE w.unit_id = u.id AND w.name LIKE ${q}))`);
  }
  const [row] = await tx.$queryRaw<{ doc: UnitView[] }[]>`
    ${HELD} SELECT coalesce(json_agg(${VIEW} ORDER BY u.sort_order, u.code), '[]'::json) AS doc
    FROM unit u ${BESIDE} ${versionOn(query.on)} WHERE ${Prisma.join(all, ' AND ')}`;
  const items = row?.doc ?? [];
  return { items, total: items.length };
}

export async function oneUnit(tx: Tx, actor: Actor, id: string): Promise<UnitDetail | null> {
  const [row] = await tx.$queryRaw<{ doc: UnitView; versions: UnitDetail['versions'] }[]>`
    ${HELD} SELECT ${VIEW} AS doc, coalesce((SELECT json_agg(json_build_object('code', w.code, 'name', w.name, 'validFrom', w.valid_from::text,
      'validTo', w.valid_to::text, 'documentNo', w.document_no) ORDER BY w.valid_from DESC) FROM unit_version w WHERE w.unit_id = u.id), '[]'::json) AS versions
    FROM unit u ${BESIDE} ${versionOn(undefined)} WHERE u.id = ${id}::uuid AND ${within(actor)}`;
  return row ? { ...row.doc, versions: row.versions } : null;
}
