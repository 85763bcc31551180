import 'server-only';
import type { NotificationList, NotificationQuery, NotificationView } from '@/lib/domain/notifications/answers';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';

/** One's own, newest first; ids are in the order of time. */
export async function notificationsOf(
  reader: Reader,
  actor: Actor,
  { filter, before, limit }: NotificationQuery,
): Promise<NotificationList> {
  const mine = Prisma.sql`n.account_id = ${actor.accountId}::uuid`;
  const only = filter === 'unread' ? Prisma.sql`AND n.read_at IS NULL` : Prisma.empty;
  const older = before ? Prisma.sql`AND n.id < ${before}::uuid` : Prisma.empty;
  const [row] = await reader.$queryRaw<{ items: NotificationView[]; unread: number }[]>`
    SELECT (SELECT count(*)::int FROM notification n WHERE ${mine} AND n.read_at IS NULL) AS unread,
      coalesce((SELECT json_agg(doc ORDER BY id DESC) FROM (SELECT n.id, json_build_object('id', n.id, 'kind', n.kind, 'facts', n.facts, 'href', n.href,
        'at', ${instant('n.created_at')}, 'readAt', ${instant('n.read_at')}) AS doc FROM notification n WHERE ${mine} ${only} ${older}
        ORDER BY n.id DESC LIMIT ${limit + 1}::int) page), '[]') AS items`;
  const found = row?.items ?? [];
  const items = found.slice(0, limit);
  return { items, unread: row?.unread ?? 0, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
