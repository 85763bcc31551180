import 'server-only';
import type { RegisterGap } from '@/lib/domain/dashboards/schema';
import { formatArea } from '@/lib/domain/kernel/area';
import type { Tx } from '@/lib/server/db/with-actor';
import { type Scope, within } from './scope';

interface Row {
  compounds: number;
  registered_compounds: number;
  differing: number;
  stated_buildings: number;
  registered_buildings: number;
  stated_households: number;
  registered_households: number;
  stated_floor_area: string;
  registered_floor_area: string;
}

/** What the counties state beside what their registers hold, over active compounds. */
export async function registerGap(tx: Tx, scope: Scope): Promise<RegisterGap> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT count(*)::int AS compounds,
      count(*) FILTER (WHERE t.registered_households > 0)::int AS registered_compounds,
      count(*) FILTER (WHERE (t.registered_households > 0 AND c.stated_households <> t.registered_households)
        OR (t.registered_buildings > 0 AND c.stated_buildings <> t.registered_buildings)
        OR (t.registered_floor_area > 0 AND c.stated_floor_area <> t.registered_floor_area))::int AS differing,
      coalesce(sum(c.stated_buildings), 0)::int AS stated_buildings, coalesce(sum(t.registered_buildings), 0)::int AS registered_buildings,
      coalesce(sum(c.stated_households), 0)::int AS stated_households, coalesce(sum(t.registered_households), 0)::int AS registered_households,
      coalesce(sum(c.stated_floor_area), 0)::text AS stated_floor_area, coalesce(sum(t.registered_floor_area), 0)::text AS registered_floor_area
    FROM compound c JOIN compound_total t ON t.compound_id = c.id
    WHERE c.status = 'active' AND ${within(scope, 'c')}`;
  return {
    compounds: row?.compounds ?? 0,
    registeredCompounds: row?.registered_compounds ?? 0,
    differing: row?.differing ?? 0,
    stated: {
      buildings: row?.stated_buildings ?? 0,
      households: row?.stated_households ?? 0,
      floorArea: formatArea(BigInt(row?.stated_floor_area ?? 0)),
    },
    registered: {
      buildings: row?.registered_buildings ?? 0,
      households: row?.registered_households ?? 0,
      floorArea: formatArea(BigInt(row?.registered_floor_area ?? 0)),
    },
  };
}
