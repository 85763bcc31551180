import 'server-only';
import type { BookedView } from '@/lib/domain/funds/imports/answers';
import type { Reader } from '@/lib/server/db/with-reader';
import { type StoredLine, targetsOf } from './statement';

/** Where lines stand in the books, by the entry or request that each names: a request that was paid by then is its entry. */
export async function bookedLinks(
  reader: Reader,
  countyId: string,
  lines: readonly StoredLine[],
): Promise<ReadonlyMap<string, BookedView>> {
  const ids = lines.flatMap(targetsOf);
  if (ids.length === 0) return new Map();
  const rows = await reader.$queryRaw<(BookedView & { of: string })[]>`
    SELECT e.id AS of, 'entry' AS type, e.id, e.voucher_no AS "voucherNo", e.entry_on::text AS day, NULL AS status
      FROM ledger_entry e WHERE e.county_id = ${countyId}::uuid AND e.id = ANY(${ids}::uuid[])
    UNION ALL SELECT o.id, CASE WHEN e.id IS NULL THEN 'order' ELSE 'entry' END, coalesce(e.id, o.id), coalesce(e.voucher_no, o.voucher_no), coalesce(e.entry_on, o.pay_on)::text,
      CASE WHEN e.id IS NULL THEN o.status END
      FROM payment_order o LEFT JOIN ledger_entry e ON e.id = o.entry_id WHERE o.county_id = ${countyId}::uuid AND o.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ of, ...one }) => [of, one] as const));
}
