import 'server-only';
import type { TokenList, TokenListQuery, TokenView } from '@/lib/domain/accounts/tokens';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';

const at = (column: string) => Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const VIEW = Prisma.sql`json_build_object('id', t.id, 'name', t.name, 'hint', t.hint, 'scopes', t.scopes, 'createdAt', ${at('t.created_at')},
  'expiresOn', t.expires_on, 'lastUsedAt', ${at('s.last_used_at')},
  'state', CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_on < anju_today() THEN 'expired' ELSE 'active' END,
  'revokedAt', ${at('t.revoked_at')}, 'revokedBy', r.display_name, 'revokedHow', t.revoked_how, 'revokedReason', t.revoked_reason)`;
const FROM = Prisma.sql`FROM access_token t JOIN access_token_secret s ON s.token_id = t.id LEFT JOIN account r ON r.id = t.revoked_by`;

/** An account's tokens, newest first; row security keeps those of others away. */
export async function tokensOf(tx: Tx, accountId: string, query: TokenListQuery): Promise<TokenList> {
  const older = query.cursor ? Prisma.sql`AND t.id < ${query.cursor}::uuid` : Prisma.empty;
  const [row] = await tx.$queryRaw<{ items: TokenView[]; total: number }[]>`
    SELECT coalesce((SELECT json_agg(doc ORDER BY id DESC) FROM (SELECT t.id, ${VIEW} AS doc ${FROM} WHERE t.account_id = ${accountId}::uuid ${older}
        ORDER BY t.id DESC LIMIT ${query.limit + 1}) page), '[]'::json) AS items,
      (SELECT count(*)::int FROM access_token t WHERE t.account_id = ${accountId}::uuid) AS total`;
  const found = row?.items ?? [];
  const items = found.slice(0, query.limit);
  return { items, total: row?.total ?? 0, nextCursor: found.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

export async function oneToken(tx: Tx, id: string): Promise<(TokenView & { accountId: string }) | null> {
  const [row] = await tx.$queryRaw<{ doc: TokenView; accountId: string }[]>`
    SELECT ${VIEW} AS doc, t.account_id::text AS "accountId" ${FROM} WHERE t.id = ${id}::uuid`;
  return row ? { ...row.doc, accountId: row.accountId } : null;
}

/** Names of the account's tokens that still work. */
export async function workingNames(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM access_token
    WHERE account_id = ${accountId}::uuid AND revoked_at IS NULL AND expires_on >= anju_today()`;
  return rows.map(({ name }) => name);
}
