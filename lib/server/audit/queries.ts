import 'server-only';
import {
  AUDIT_COUNTED,
  type AuditActs,
  type AuditLineView,
  type AuditList,
  type AuditListQuery,
} from '@/lib/domain/audit/views';
import type { Actor } from '@/lib/server/actor';
import { dwellingSql } from '@/lib/server/db/dwelling-sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';

const ENCRYPTED = Prisma.sql`ARRAY['audit_cipher', 'audit_key_id']`;
/** What people call the record, as far as the session may see it. Read for the lines of one page only. */
const KEY = Prisma.sql`(CASE WHEN l.entity_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN l.entity_id::uuid END)`;
const DWELLING = dwellingSql('b.name', 'x.unit_no', 'x.room');
const SUBJECT = Prisma.sql`CASE l.entity
  WHEN 'compound' THEN (SELECT x.name FROM compound x WHERE x.id = ${KEY})
  WHEN 'building' THEN (SELECT x.name FROM building x WHERE x.id = ${KEY})
  WHEN 'household' THEN (SELECT ${DWELLING} FROM household x JOIN building b ON b.id = x.building_id WHERE x.id = ${KEY})
  WHEN 'household_owner' THEN (SELECT ${DWELLING} FROM household x JOIN building b ON b.id = x.building_id WHERE x.id = ${KEY})
  WHEN 'owner' THEN (SELECT x.name_masked FROM owner x WHERE x.id = ${KEY})
  WHEN 'owner_personal' THEN (SELECT x.name_masked FROM owner x WHERE x.id = ${KEY})
  WHEN 'account' THEN (SELECT x.display_name FROM account x WHERE x.id = ${KEY})
  WHEN 'account_password' THEN (SELECT x.display_name FROM account x WHERE x.id = ${KEY})
  WHEN 'access_token' THEN (SELECT x.name FROM access_token x WHERE x.id = ${KEY})
  WHEN 'unit' THEN (SELECT x.name FROM unit x WHERE x.id = ${KEY}) END`;
const VIEW = Prisma.sql`json_build_object('id', l.id::text, 'at', to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'actor', l.actor, 'accountId', l.account_id, 'action', l.action, 'entity', l.entity, 'entityId', l.entity_id, 'subject', ${SUBJECT},
  'county', CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END,
  'before', l.before - ${ENCRYPTED}, 'after', l.after - ${ENCRYPTED}, 'reason', l.reason, 'requestId', l.request_id,
  'personal', coalesce(l.before ? 'audit_cipher', false) OR coalesce(l.after ? 'audit_cipher', false),
  'sealed', EXISTS (SELECT 1 FROM audit_sealed_line h WHERE h.line_id = l.id))`;
const FROM = Prisma.sql`FROM audit_line l LEFT JOIN unit u ON u.id = l.county_id`;

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function conditions(actor: Actor, query: AuditListQuery): Prisma.Sql {
  const own = Prisma.sql`(l.county_id = ANY(${[...actor.counties]}::uuid[]) OR (l.county_id IS NULL AND ${actor.level === 'prefecture'}))`;
  const all = [own];
  if (query.q) all.push(Prisma.sql`l.actor LIKE ${like(query.q)}`);
  if (query.account) all.push(Prisma.sql`l.account_id = ${query.account}::uuid`);
  if (query.action) all.push(Prisma.sql`l.action = ${query.action}`);
  if (query.entity) all.push(Prisma.sql`l.entity = ${query.entity}`);
  if (query.id) all.push(Prisma.sql`l.entity_id = ${query.id}`);
  if (query.token) all.push(Prisma.sql`l.token_id = ${query.token}::uuid`);
  if (query.compound) all.push(Prisma.sql`l.compound_id = ${query.compound}::uuid`);
  if (query.county === 'prefecture') all.push(Prisma.sql`l.county_id IS NULL`);
  else if (query.county) all.push(Prisma.sql`l.county_id = ${query.county}::uuid`);
  // Days are counted in Asia/Shanghai.
  if (query.from) all.push(Prisma.sql`l.at >= (${query.from}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'`);
  if (query.to) all.push(Prisma.sql`l.at < (${query.to}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`);
  return Prisma.join(all, ' AND ');
}

/** Newest first. */
export async function listAudit(tx: Tx, actor: Actor, query: AuditListQuery): Promise<AuditList> {
  const where = conditions(actor, query);
  const before = query.cursor ? Prisma.sql`AND l.id < ${query.cursor}::bigint` : Prisma.empty;
  const [row] = await tx.$queryRaw<{ items: AuditLineView[]; total: number }[]>`
    SELECT coalesce((SELECT json_agg(doc ORDER BY id DESC) FROM (SELECT l.id, ${VIEW} AS doc ${FROM} WHERE ${where} ${before}
        ORDER BY l.id DESC LIMIT ${query.limit + 1}) page), '[]'::json) AS items,
      (SELECT count(*)::int FROM (SELECT 1 FROM audit_line l WHERE ${where} LIMIT ${AUDIT_COUNTED}) counted) AS total`;
  const found = row?.items ?? [];
  const items = found.slice(0, query.limit);
  return { items, total: row?.total ?? 0, nextCursor: found.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** What happened to one record, newest first, as far as the session may see it; for detail pages. */
export async function historyOf(tx: Tx, entity: string, id: string, limit = 50): Promise<AuditLineView[]> {
  const [row] = await tx.$queryRaw<{ items: AuditLineView[] }[]>`
    SELECT coalesce(json_agg(doc ORDER BY id DESC), '[]'::json) AS items FROM (SELECT l.id, ${VIEW} AS doc ${FROM}
      WHERE l.entity = ${entity} AND l.entity_id = ${id} ORDER BY l.id DESC LIMIT ${limit}) found`;
  return row?.items ?? [];
}

/** As far back as one page of acts looks: the lines of an import of 1,000 dwellings. */
const LOOKED_AT = 5_000;
/** An act shows its first lines; the rest is in the list of everything. */
const LINES_SHOWN = 6;

/** What people did to a compound, its buildings, households, owners and files, newest first, along one index. What the rules derived on their own is left out. */
export async function actsOfCompound(
  tx: Tx,
  actor: Actor,
  compoundId: string,
  { before, limit = 8 }: { before?: string; limit?: number },
): Promise<AuditActs> {
  const older = before ? Prisma.sql`AND l.id < ${before}::bigint` : Prisma.empty;
  const [row] = await tx.$queryRaw<{ items: AuditActs['items'] }[]>`
    WITH latest AS (
      SELECT l.id, l.at, l.account_id, l.actor, l.action, l.entity, l.reason FROM audit_line l
      WHERE l.compound_id = ${compoundId}::uuid AND l.county_id = ANY(${[...actor.counties]}::uuid[]) ${older}
        AND (l.entity <> 'compound' OR l.before IS NULL OR l.before ? 'version' OR l.before ? 'status')
      ORDER BY l.id DESC LIMIT ${LOOKED_AT}
    ), kinds AS (
      -- compared as bytes: sorting by pinyin would cost more than reading
      SELECT at, account_id, action COLLATE "C" AS action, entity COLLATE "C" AS entity, count(*)::int AS n, min(id) AS bottom, max(id) AS top,
        (array_agg(actor))[1] AS actor, (array_agg(reason))[1] AS reason
      FROM latest GROUP BY 1, 2, 3, 4
    ), acts AS (
      SELECT at, action, jsonb_object_agg(entity, n) AS entities, min(bottom) AS bottom, max(top) AS top,
        (array_agg(actor))[1] AS actor, (array_agg(reason))[1] AS reason
      FROM kinds GROUP BY at, account_id, action ORDER BY max(top) DESC LIMIT ${limit + 1}
    )
    SELECT coalesce(json_agg(json_build_object('at', to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'actor', a.actor,
      'action', a.action, 'reason', a.reason, 'entities', a.entities, 'bottom', a.bottom::text, 'top', a.top::text,
      'lines', (SELECT json_agg(doc ORDER BY id) FROM (SELECT l.id, ${VIEW} AS doc ${FROM}
        WHERE l.compound_id = ${compoundId}::uuid AND l.id BETWEEN a.bottom AND a.top AND l.at = a.at AND l.action = a.action
        ORDER BY l.id LIMIT ${LINES_SHOWN}) shown)) ORDER BY a.top DESC), '[]'::json) AS items FROM acts a`;
  const found = row?.items ?? [];
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.bottom ?? null) : null };
}
