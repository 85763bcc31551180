import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { type NoticeFacts, noticeFacts } from '@/lib/domain/notices/facts';
import type { NoticeKind, NoticeStatus } from '@/lib/domain/notices/types';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';

export interface LockedNotice {
  id: string;
  kind: NoticeKind;
  status: NoticeStatus;
  title: string;
  documentNo: string | null;
  issuer: string;
  body: string;
  facts: NoticeFacts;
  days: number;
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  compoundId: string | null;
  roundId: string | null;
  schemeId: string | null;
  countyId: string;
  subdistrictId: string | null;
  communityId: string | null;
  version: number;
  today: CalendarDate;
}

/** The territory by name: row security lets a whole county read what was published. A list is the county's. */
export function within(actor: Actor): Prisma.Sql {
  const { subdistrictId, communityId } = actor;
  const below = [
    ...(subdistrictId ? [Prisma.sql`AND (n.compound_id IS NULL OR n.subdistrict_id = ${subdistrictId}::uuid)`] : []),
    ...(communityId ? [Prisma.sql`AND (n.compound_id IS NULL OR n.community_id = ${communityId}::uuid)`] : []),
  ];
  return Prisma.sql`n.county_id = ANY(${[...actor.counties]}::uuid[]) ${below.length > 0 ? Prisma.join(below, ' ') : Prisma.empty}`;
}

/** Read and held until the transaction ends: of two who act on one notice the second sees what the first did. */
export async function lockNotice(tx: Tx, actor: Actor, id: string): Promise<LockedNotice | null> {
  const [row] = await tx.$queryRaw<(Omit<LockedNotice, 'facts'> & { facts: unknown })[]>`
    SELECT n.id, n.kind, n.status, n.title, n.document_no AS "documentNo", n.issuer, n.body, n.facts, n.days, n.starts_on::text AS "startsOn",
      n.ends_on::text AS "endsOn", n.compound_id AS "compoundId", n.round_id AS "roundId", n.scheme_id AS "schemeId", n.county_id AS "countyId",
      n.subdistrict_id AS "subdistrictId", n.community_id AS "communityId", n.version, anju_today()::text AS today
    FROM notice n WHERE n.id = ${id}::uuid AND ${within(actor)} FOR UPDATE OF n`;
  return row ? { ...row, facts: noticeFacts.parse(row.facts) } : null;
}
