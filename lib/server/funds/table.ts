import 'server-only';
import { type FundFigures, figuresOfSums } from '@/lib/domain/funds/overview';
import type { FundOverviewQuery } from '@/lib/domain/funds/overview-answers';
import { groupBy } from '@/lib/domain/kernel/group-by';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Actor } from '@/lib/server/actor';
import { yearUnknown } from '@/lib/server/annual/year';
import { type Answer, done, notFound, refused } from '@/lib/server/answer';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import { unitNames } from '@/lib/server/dashboards/unit-names';
import type { Reader } from '@/lib/server/db/with-reader';
import { yuan } from '@/lib/server/projects/rows';
import { bodiesScope } from '@/lib/server/units/bodies';
import { ACCOUNTS, type FundsRow, PLANNED, type ProjectSource, sourcesOf } from './project-sources';

export interface TableProject {
  code: string;
  name: string;
  stage: number;
  /** yuan */
  estimate: string | null;
  contractSum: string | null;
  sources: ProjectSource[];
}

export interface FundTable {
  year: number;
  unit: string;
  rulebook: Rulebook;
  counties: { name: string; projects: TableProject[]; pool: ProjectSource[] }[];
}

type ProjectRow = FundsRow & Omit<TableProject, 'sources'> & { countyId: string };
interface PoolRow {
  countyId: string;
  source: string;
  kind: string;
  fen: string;
}

/** Projects of the year, also withdrawn ones that money moved in. */
const projectRows = (reader: Reader, counties: string[], yearId: string) => reader.$queryRaw<ProjectRow[]>`
  SELECT p.county_id AS "countyId", p.code, p.name, p.stage, ${yuan('p.estimate')} AS estimate, ${yuan('p.contract_sum')} AS "contractSum", ${ACCOUNTS} AS accounts, ${PLANNED} AS planned
  FROM project p WHERE p.programme_year_id = ${yearId}::uuid AND p.county_id = ANY(${counties}::uuid[])
    AND (p.status <> 'withdrawn' OR EXISTS (SELECT 1 FROM ledger_account a WHERE a.project_id = p.id)) ORDER BY p.code`;

const poolRows = (reader: Reader, counties: string[], yearId: string) => reader.$queryRaw<PoolRow[]>`
  SELECT county_id AS "countyId", source, fund_kind AS kind, sum(balance)::text AS fen FROM ledger_account
  WHERE project_id IS NULL AND class = 'pool' AND programme_year_id = ${yearId}::uuid AND county_id = ANY(${counties}::uuid[]) GROUP BY 1, 2, 3 HAVING sum(balance) <> 0 ORDER BY 2, 3`;

const inPool = (fen: string): FundFigures => figuresOfSums([{ measure: 'pooled', amount: BigInt(fen) }]);

/** 资金来源到位支付表: each project by source, and what the counties have not yet given to projects. */
export async function fundTable(
  reader: Reader,
  actor: Actor,
  { year, county }: FundOverviewQuery,
): Promise<Answer<FundTable>> {
  const scope = bodiesScope(actor, county);
  if (!scope) return notFound();
  const [of] = await reader.$queryRaw<{ id: string; year: number; rulebookId: string; unit: string }[]>`
    SELECT y.id, y.year, y.rulebook_id AS "rulebookId", (SELECT name FROM unit WHERE id = ${scope.unitId}::uuid) AS unit FROM programme_year y
    WHERE y.prefecture_id = ${actor.prefectureId}::uuid AND (${year ?? null}::int IS NULL OR y.year = ${year ?? null}::int) ORDER BY y.current DESC, y.year DESC LIMIT 1`;
  if (!of) return year === undefined ? notFound() : refused(yearUnknown(year));
  const [rulebook, units, projects, pools] = await Promise.all([
    rulebookOf(reader, of.rulebookId),
    unitNames(reader, 'county'),
    projectRows(reader, scope.counties, of.id),
    poolRows(reader, scope.counties, of.id),
  ]);
  const projectsOf = groupBy(projects, ({ countyId }) => countyId);
  const poolsOf = groupBy(pools, ({ countyId }) => countyId);
  const counties = units
    .filter(({ id }) => scope.counties.includes(id))
    .map(({ id, name }) => ({
      name,
      projects: (projectsOf.get(id) ?? []).map(({ accounts, planned, countyId: _, ...row }) => ({
        ...row,
        sources: sourcesOf({ accounts, planned }),
      })),
      pool: (poolsOf.get(id) ?? []).map(({ source, kind, fen }) => ({ source, kind, figures: inPool(fen) })),
    }));
  return done({ year: of.year, unit: of.unit, rulebook, counties });
}
