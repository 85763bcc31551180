import 'server-only';
import type { Reason } from '@/lib/domain/kernel/result';
import { entityReasons } from '@/lib/domain/projects/facts';
import type { EntityKind } from '@/lib/domain/projects/types';
import type { Tx } from '@/lib/server/db/with-actor';

export interface EntityInput {
  entityKind?: EntityKind | null;
  entityUnitId?: string | null;
  entityCompanyId?: string | null;
}

export interface Entity {
  entityKind: EntityKind | null;
  entityUnitId: string | null;
  entityCompanyId: string | null;
  entityName: string | null;
}

/** Who implements, with the name that it has today: that is how it stands in the papers. */
export async function readEntity(
  tx: Tx,
  countyId: string,
  { entityKind: kind = null, entityUnitId, entityCompanyId }: EntityInput,
): Promise<{ entity: Entity; reasons: Reason[] }> {
  const [found] = await tx.$queryRaw<
    {
      county: string;
      town: { name: string; kind: string } | null;
      company: { name: string; retired: boolean } | null;
    }[]
  >`
    SELECT u.name AS county,
      (SELECT json_build_object('name', t.name, 'kind', t.kind) FROM unit t WHERE t.id = ${entityUnitId ?? null}::uuid AND t.county_id = u.id) AS town,
      (SELECT json_build_object('name', o.name, 'retired', o.retired_at IS NOT NULL) FROM company o WHERE o.id = ${entityCompanyId ?? null}::uuid AND o.county_id = u.id) AS company
    FROM unit u WHERE u.id = ${countyId}::uuid`;
  const { town = null, company = null, county = '' } = found ?? {};
  const names = { countyBureau: `${county}住建局`, town: town?.name ?? null, company: company?.name ?? null };
  return {
    reasons: entityReasons({ kind, town, company }),
    entity: {
      entityKind: kind,
      entityUnitId: kind === 'town' ? (entityUnitId ?? null) : null,
      entityCompanyId: kind === 'company' ? (entityCompanyId ?? null) : null,
      entityName: kind && names[kind],
    },
  };
}
