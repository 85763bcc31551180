import 'server-only';
import type { RegisterGap } from '@/lib/domain/dashboards/schema';
import { formatArea } from '@/lib/domain/kernel/area';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
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

/** Whole counties: kept as the data changes. */
const kept = (scope: Scope): Prisma.Sql => Prisma.sql`
  SELECT coalesce(sum(compounds), 0)::int AS compounds, coalesce(sum(registered_compounds), 0)::int AS registered_compounds,
    coalesce(sum(differing), 0)::int AS differing, ${Prisma.join(
      FIGURES.map((figure) =>
        Prisma.raw(
          `coalesce(sum(both_${figure}), 0)::int AS both_${figure}, coalesce(sum(stated_${figure}), 0)::text AS stated_${figure},
          coalesce(sum(registered_${figure}), 0)::text AS registered_${figure}`,
        ),
      ),
    )} FROM register_gap WHERE county_id = ANY (${scope.counties}::uuid[])`;

/** A town or a community: its few compounds are looked at one by one. */
const counted = (scope: Scope): Prisma.Sql => Prisma.sql`
  SELECT count(*)::int AS compounds,
    count(*) FILTER (WHERE t.registered_households > 0)::int AS registered_compounds,
    count(*) FILTER (WHERE (t.registered_households > 0 AND c.stated_households <> t.registered_households)
      OR (t.registered_buildings > 0 AND c.stated_buildings <> t.registered_buildings)
      OR (t.registered_floor_area > 0 AND c.stated_floor_area <> t.registered_floor_area))::int AS differing,
    ${Prisma.join(FIGURES.map(comparison))}
  FROM compound c JOIN compound_total t ON t.compound_id = c.id
  WHERE c.status = 'active' AND ${within(scope, 'c')}`;

/** What the counties state beside what their registers hold: only over active compounds that have both, else nothing is compared. */
export async function registerGap(reader: Reader, scope: Scope): Promise<RegisterGap> {
  const whole = scope.level === 'prefecture' || scope.level === 'county';
  const [row] = await reader.$queryRaw<Row[]>(whole ? kept(scope) : counted(scope));
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
