import 'server-only';
import type { UserList, UserListQuery, UserView } from '@/lib/domain/accounts/list-query';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { accountsSearched } from './searched';

const at = (column: string) => Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const VIEW = Prisma.sql`json_build_object('id', a.id, 'username', a.username, 'displayName', a.display_name, 'role', a.role,
  'unit', json_build_object('id', u.id, 'name', u.name, 'kind', u.kind),
  'county', CASE WHEN c.id IS NULL THEN NULL ELSE json_build_object('id', c.id, 'name', c.name) END,
  'mustChangePassword', a.must_change_password, 'disabledAt', ${at('a.disabled_at')}, 'disabledReason', a.disabled_reason,
  'lastSignInAt', ${at('a.last_sign_in_at')}, 'createdAt', ${at('a.created_at')}, 'version', a.version)`;

const FROM = Prisma.sql`FROM account a JOIN unit u ON u.id = a.unit_id LEFT JOIN unit c ON c.id = a.county_id`;

/** Whom the actor administers: the prefecture bureau everybody, a county bureau its own county (row security says the same). */
export const administered = (actor: Actor): Prisma.Sql =>
  Prisma.sql`a.prefecture_id = ${actor.prefectureId}::uuid AND (a.county_id = ANY(${[...actor.counties]}::uuid[])
    OR (a.county_id IS NULL AND ${actor.level === 'prefecture'}))`;

const STATES: Record<UserListQuery['state'], Prisma.Sql> = {
  active: Prisma.sql`a.disabled_at IS NULL`,
  disabled: Prisma.sql`a.disabled_at IS NOT NULL`,
  unused: Prisma.sql`a.disabled_at IS NULL AND a.last_sign_in_at IS NULL`,
  all: Prisma.sql`true`,
};

function conditions(actor: Actor, query: UserListQuery): Prisma.Sql {
  const { q, role, county, unit } = query;
  const all = [administered(actor), STATES[query.state]];
  if (role) all.push(Prisma.sql`a.role = ${role}`);
  if (county) all.push(Prisma.sql`a.county_id = ${county}::uuid`);
  if (unit) all.push(Prisma.sql`a.unit_id = ${unit}::uuid`);
  if (q) all.push(...accountsSearched(q));
  return Prisma.join(all, ' AND ');
}

export async function listUsers(tx: Tx, actor: Actor, query: UserListQuery): Promise<UserList> {
  const after = query.cursor ? Buffer.from(query.cursor, 'base64url').toString('utf8').replaceAll('\u0000', '') : '';
  const [row] = await tx.$queryRaw<{ items: UserView[]; total: number }[]>`
    WITH found AS MATERIALIZED (SELECT a.username, ${VIEW} AS doc ${FROM} WHERE ${conditions(actor, query)})
    SELECT (SELECT count(*)::int FROM found) AS total, coalesce((SELECT json_agg(doc ORDER BY username)
      FROM (SELECT * FROM found WHERE username > ${after} ORDER BY username LIMIT ${query.limit + 1}) page), '[]'::json) AS items`;
  const items = (row?.items ?? []).slice(0, query.limit);
  const last = items.at(-1);
  const more = (row?.items.length ?? 0) > query.limit;
  return {
    items,
    total: row?.total ?? 0,
    nextCursor: more && last ? Buffer.from(last.username).toString('base64url') : null,
  };
}

export async function oneUser(tx: Tx, actor: Actor, id: string): Promise<UserView | null> {
  const [row] = await tx.$queryRaw<{ doc: UserView }[]>`
    SELECT ${VIEW} AS doc ${FROM} WHERE a.id = ${id}::uuid AND ${administered(actor)}`;
  return row?.doc ?? null;
}
