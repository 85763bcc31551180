import 'server-only';
import type { RegisterGap } from '@/lib/domain/dashboards/schema';
import { formatArea } from '@/lib/domain/kernel/area';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import { type Scope, within } from './scope';

const FIGURES = ['buildings', 'households', 'floor_area'] as const;

function comparison(figure: (typeof FIGURES)[number]): Prisma.Sql {
  const both = `FILTER (WHERE c.stated_${figure} IS NOT NULL AND t.registered_${figure} > 0)`;
  return Prisma.raw(`count(*) ${both}::int AS both_${figure}, coalesce(sum(c.stated_${figure}) ${both}, 0)::text AS stated_${figure},
    coalesce(sum(t.registered_${figure}) ${both}, 0)::text AS registered_${figure}`);
}

interface Row {
  compounds: number;
  registered_compounds: number;
  differing: number;
  both_buildings: number;
  both_households: number;
  both_floor_area: number;
  stated_buildings: string;
  registered_buildings: string;
  stated_households: string;
  registered_households: string;
  stated_floor_area: string;
  registered_floor_area: string;
}

/** What the counties state beside what their registers hold: only over active compounds that have both, else nothing is compared. */
export async function registerGap(tx: Tx, scope: Scope): Promise<RegisterGap> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT count(*)::int AS compounds,
      count(*) FILTER (WHERE t.registered_households > 0)::int AS registered_compounds,
      count(*) FILTER (WHERE (t.registered_households > 0 AND c.stated_households <> t.registered_households)
        OR (t.registered_buildings > 0 AND c.stated_buildings <> t.registered_buildings)
        OR (t.registered_floor_area > 0 AND c.stated_floor_area <> t.registered_floor_area))::int AS differing,
      ${Prisma.join(FIGURES.map(comparison))}
    FROM compound c JOIN compound_total t ON t.compound_id = c.id
    WHERE c.status = 'active' AND ${within(scope, 'c')}`;
  return {
    compounds: row?.compounds ?? 0,
    registeredCompounds: row?.registered_compounds ?? 0,
    differing: row?.differing ?? 0,
    both: {
      buildings: row?.both_buildings ?? 0,
      households: row?.both_households ?? 0,
      floorArea: row?.both_floor_area ?? 0,
    },
    stated: {
      buildings: Number(row?.stated_buildings ?? 0),
      households: Number(row?.stated_households ?? 0),
      floorArea: formatArea(BigInt(row?.stated_floor_area ?? 0)),
    },
    registered: {
      buildings: Number(row?.registered_buildings ?? 0),
      households: Number(row?.registered_households ?? 0),
      floorArea: formatArea(BigInt(row?.registered_floor_area ?? 0)),
    },
  };
}
