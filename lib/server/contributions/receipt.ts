import 'server-only';
import type { ReceiptView } from '@/lib/domain/contributions/answers';
import type { Actor } from '@/lib/server/actor';
import { dwellingSql } from '@/lib/server/db/dwelling-sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { projectScope } from '@/lib/server/projects/scope';
import { PAYMENT } from './list';

const OWNERS = Prisma.sql`coalesce((SELECT json_agg(json_build_object('id', o.id, 'name', o.name_masked) ORDER BY ho.position, ho.created_at)
  FROM household_owner ho JOIN owner o ON o.id = ho.owner_id WHERE ho.household_id = y.household_id AND ho.ended_at IS NULL), '[]'::json)`;

/** A payment as its printed receipt says it. */
export async function receiptOf(
  reader: Reader,
  actor: Actor,
  projectId: string,
  paymentId: string,
): Promise<ReceiptView | null> {
  const [row] = await reader.$queryRaw<{ doc: ReceiptView }[]>`
    SELECT json_build_object(${PAYMENT})::jsonb || jsonb_build_object('project', json_build_object('id', p.id, 'name', p.name, 'code', p.code), 'compound', c.name,
      'household', ${dwellingSql('b.name', 'h.unit_no', 'h.room')}, 'owners', ${OWNERS}, 'due', ${yuan('d.amount')}, 'left', ${yuan('(d.amount - d.paid)')},
      'issuer', coalesce(mu.name, cu.name)) AS doc
    FROM contribution_payment y JOIN project p ON p.id = y.project_id JOIN contribution_due d ON d.project_id = y.project_id AND d.household_id = y.household_id
      JOIN household h ON h.id = y.household_id JOIN building b ON b.id = h.building_id JOIN compound c ON c.id = y.compound_id JOIN unit cu ON cu.id = y.county_id
      LEFT JOIN unit mu ON mu.id = y.community_id
    WHERE y.id = ${paymentId}::uuid AND y.project_id = ${projectId}::uuid AND y.kind = 'payment' AND ${projectScope(actor)}`;
  return row?.doc ?? null;
}
