import 'server-only';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { noticeGate } from '@/lib/domain/notices/gates';
import type { GateNotice, NoticeGates } from '@/lib/domain/notices/types';
import type { Reader } from '@/lib/server/db/with-reader';

interface GateRow extends GateNotice {
  gate: keyof NoticeGates;
  today: CalendarDate;
}

/**
 * What rounds and stages wait for. Whoever reads sees the notices of his county; objections to a list, which belongs to the county, are
 * counted for the county alone.
 */
export async function noticeGates(
  reader: Reader,
  { compoundId, schemeId, roundId }: { compoundId: string; schemeId?: string | null; roundId?: string | null },
): Promise<NoticeGates> {
  const rows = await reader.$queryRaw<GateRow[]>`
    SELECT CASE n.kind WHEN 'list' THEN 'list' WHEN 'design' THEN 'design' ELSE 'result' END AS gate, n.id, n.status, n.ends_on::text AS "endsOn",
      (SELECT count(*)::int FROM objection o WHERE o.notice_id = n.id AND o.verdict IS NULL) AS "openObjections", anju_today()::text AS today
    FROM notice n
    WHERE n.status <> 'withdrawn' AND (
      (n.kind = 'list' AND n.id IN (SELECT notice_id FROM notice_compound WHERE compound_id = ${compoundId}::uuid))
      OR (n.kind = 'design' AND n.compound_id = ${compoundId}::uuid AND n.scheme_id = ${schemeId ?? null}::uuid)
      OR (n.kind = 'result' AND n.compound_id = ${compoundId}::uuid AND n.round_id = ${roundId ?? null}::uuid))
    ORDER BY n.published_at DESC NULLS LAST, n.created_at DESC`;
  const today = rows[0]?.today;
  const of = (gate: keyof NoticeGates) =>
    noticeGate(today ? rows.filter((row) => row.gate === gate) : [], today as CalendarDate);
  return { list: of('list'), design: of('design'), result: of('result') };
}
