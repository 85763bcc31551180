import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { maskName } from '@/lib/domain/compounds/masking';
import type { BallotView } from '@/lib/domain/votes/answers';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { instant } from './rows';

type Which = { ids: readonly string[] } | { householdId: string };

type Row = Omit<BallotView, 'proxy'> & { proxyName: string | null; proxyFileId: string | null };

/** Ballots as they were recorded, newest first, with the second look and where the same photo hangs too. Names of proxies for those who check only. */
export async function ballotViews(reader: Reader, actor: Actor, roundId: string, which: Which): Promise<BallotView[]> {
  const asked =
    'ids' in which
      ? Prisma.sql`b.id = ANY(${[...which.ids]}::uuid[])`
      : Prisma.sql`b.household_id = ${which.householdId}::uuid`;
  const rows = await reader.$queryRaw<Row[]>(Prisma.sql`
    SELECT b.id, b.household_id AS "householdId", b.seq, b.kind, b.choice, b.channel, b.form_no AS "formNo", b.photo_file_id AS "photoFileId", b.proxy_name AS "proxyName",
      b.proxy_file_id AS "proxyFileId", b.wanted, b.problems, b.collector, ${instant('b.collected_at')} AS "collectedAt", ${instant('b.device_at')} AS "deviceAt", b.source,
      b.replaces_id AS "replacesId", b.beside_id AS "besideId", b.objection_id AS "objectionId", b.reason,
      json_build_object('id', b.recorded_by, 'name', coalesce(anju_name_of(b.recorded_by), '')) AS "recordedBy", ${instant('b.recorded_at')} AS "recordedAt",
      CASE WHEN k.ballot_id IS NOT NULL THEN json_build_object('verdict', k.verdict, 'note', k.note, 'by', coalesce(anju_name_of(k.checked_by), ''), 'at', ${instant('k.checked_at')}) END AS "check",
      coalesce((SELECT json_agg(DISTINCT v.building_name || ' ' || v.unit_no || ' ' || v.room) FROM ballot o JOIN vote_roll v ON v.round_id = o.round_id AND v.household_id = o.household_id
        WHERE o.photo_sha256 = b.photo_sha256 AND (o.round_id, o.household_id) <> (b.round_id, b.household_id)), '[]') AS "samePhoto", b.hash
    FROM ballot b LEFT JOIN ballot_check k ON k.ballot_id = b.id
    WHERE b.round_id = ${roundId}::uuid AND ${asked} ORDER BY b.seq DESC, b.id`);
  const names = can(actor.role, 'personal.read');
  return rows.map(({ proxyName, proxyFileId, ...row }) => ({
    ...row,
    collector: row.collector,
    proxy: proxyName && proxyFileId ? { name: names ? proxyName : maskName(proxyName), fileId: proxyFileId } : null,
  }));
}
