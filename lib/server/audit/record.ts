import 'server-only';
import type { Tx } from '@/lib/server/db/with-actor';

export interface Fact {
  action: string;
  entity: string;
  entityId: string | null;
  countyId: string | null;
  details?: Record<string, unknown>;
  reason?: string;
}

/** For what changes no row but must stand on record (reading personal data, exports). Changes of rows are recorded by the database itself. */
export async function record(tx: Tx, fact: Fact): Promise<void> {
  await tx.$executeRawUnsafe(
    'SELECT anju_record($1, $2, $3, $4::uuid, $5::jsonb, $6)',
    fact.action,
    fact.entity,
    fact.entityId,
    fact.countyId,
    JSON.stringify(fact.details ?? {}),
    fact.reason ?? null,
  );
}
