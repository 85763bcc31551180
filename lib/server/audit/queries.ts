import 'server-only';
import { AUDIT_COUNTED, type AuditLineView, type AuditList, type AuditListQuery } from '@/lib/domain/audit/views';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';

const ENCRYPTED = Prisma.sql`ARRAY['audit_cipher', 'audit_key_id']`;
const VIEW = Prisma.sql`json_build_object('id', l.id::text, 'at', to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'actor', l.actor, 'accountId', l.account_id, 'action', l.action, 'entity', l.entity, 'entityId', l.entity_id,
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
