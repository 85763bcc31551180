import 'server-only';
import type { MaintenanceFund } from '@/lib/domain/maintenance/answers';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';

/** Reversed entries and their reversals are both left out: the sums are of what stands. */
const sumOf = (
  kind: 'deposit' | 'withdrawal',
) => Prisma.sql`(SELECT ${yuan('coalesce(sum(e.amount), 0)')} FROM maintenance_entry e
  WHERE e.account_id = a.id AND e.kind = ${kind} AND NOT EXISTS (SELECT 1 FROM maintenance_entry r WHERE r.reverses_id = e.id))`;

/** The maintenance-fund register of a compound; null: no such compound for this person. */
export async function maintenanceFund(
  reader: Reader,
  actor: Actor,
  compoundId: string,
): Promise<MaintenanceFund | null> {
  const [row] = await reader.$queryRaw<{ doc: MaintenanceFund }[]>`
    SELECT json_build_object('compound', json_build_object('id', c.id, 'name', c.name, 'status', c.status), 'surveyed', c.has_maintenance_fund,
      'account', CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'bank', a.bank, 'number', a.number_masked, 'openedOn', a.opened_on,
        'file', CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.name) END, 'version', a.version) END,
      'balance', coalesce((SELECT ${yuan('e.balance')} FROM maintenance_entry e WHERE e.account_id = a.id ORDER BY e.no DESC LIMIT 1), '0.00'),
      'deposited', ${sumOf('deposit')}, 'withdrawn', ${sumOf('withdrawal')},
      'entries', coalesce((SELECT json_agg(json_build_object('id', e.id, 'no', e.no, 'kind', e.kind, 'amount', ${yuan('e.amount')}, 'balance', ${yuan('e.balance')}, 'entryOn', e.entry_on,
        'voucherNo', e.voucher_no, 'counterparty', e.counterparty, 'note', e.note, 'reversesId', e.reverses_id,
        'reversed', EXISTS (SELECT 1 FROM maintenance_entry r WHERE r.reverses_id = e.id),
        'recordedBy', coalesce((SELECT x.display_name FROM account x WHERE x.id = e.recorded_by), ''), 'recordedAt', ${instant('e.recorded_at')}) ORDER BY e.no DESC)
        FROM (SELECT * FROM maintenance_entry e WHERE e.account_id = a.id ORDER BY e.no DESC LIMIT 1000) e), '[]')) AS doc
    FROM compound c LEFT JOIN maintenance_account a ON a.compound_id = c.id LEFT JOIN stored_file f ON f.id = a.file_id
    WHERE c.id = ${compoundId}::uuid AND c.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row?.doc ?? null;
}
