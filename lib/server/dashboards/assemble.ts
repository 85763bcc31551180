import 'server-only';
import type { Outcome } from '@/lib/domain/compounds/types';
import type { ByOutcome, RankedReason, SurveyDashboard } from '@/lib/domain/dashboards/schema';
import { formatArea } from '@/lib/domain/kernel/area';
import { groupBy } from '@/lib/domain/kernel/group-by';
import type { FigureRow } from './figure-rows';

type Sums = { compounds: number; buildings: number; households: number; floorArea: bigint };
const zero = (): Sums => ({ compounds: 0, buildings: 0, households: 0, floorArea: 0n });

function add(to: Sums, row: FigureRow): void {
  to.compounds += row.compounds;
  to.buildings += row.buildings;
  to.households += row.households;
  to.floorArea += BigInt(row.floor_area);
}

const written = (sums: Sums) => ({ ...sums, floorArea: formatArea(sums.floorArea) });

/** All, and each of the three outcomes. */
export function byOutcome(rows: readonly FigureRow[]): ByOutcome {
  const all = zero();
  const parts: Record<Outcome, Sums> = { eligible: zero(), ineligible: zero(), incomplete: zero() };
  for (const row of rows) {
    add(all, row);
    add(parts[row.outcome], row);
  }
  return {
    all: written(all),
    eligible: written(parts.eligible),
    ineligible: written(parts.ineligible),
    incomplete: written(parts.incomplete),
  };
}

const of = (rows: readonly FigureRow[], dimension: string) => rows.filter((row) => row.dimension === dimension);
const countOf = (rows: readonly FigureRow[]) => rows.reduce((sum, row) => sum + row.compounds, 0);

function keyed(rows: readonly FigureRow[], dimension: string): (ByOutcome & { key: string })[] {
  const groups = groupBy(of(rows, dimension), ({ key }) => key);
  return [...groups]
    .map(([key, group]) => ({ key, ...byOutcome(group) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function ranked(rows: readonly FigureRow[]): RankedReason[] {
  const groups = groupBy(rows, ({ key }) => key);
  return [...groups]
    .map(([code, group]) => ({
      code,
      compounds: countOf(group),
      households: group.reduce((sum, row) => sum + row.households, 0),
    }))
    .sort((a, b) => b.compounds - a.compounds || b.households - a.households || a.code.localeCompare(b.code));
}

/** Conditions of the public facilities of eligible compounds: what their renovation will have to do. */
function facilities(rows: readonly FigureRow[]): SurveyDashboard['facilities'] {
  const found = new Map<string, { key: string; good: number; poor: number; missing: number }>();
  for (const row of of(rows, 'facility').filter(({ outcome }) => outcome === 'eligible')) {
    const [key = '', condition] = row.key.split(':');
    const entry = found.get(key) ?? { key, good: 0, poor: 0, missing: 0 };
    if (condition === 'good' || condition === 'poor' || condition === 'missing') entry[condition] += row.compounds;
    found.set(key, entry);
  }
  return [...found.values()].sort((a, b) => b.missing - a.missing || b.poor - a.poor || a.key.localeCompare(b.key));
}

const speaksAgainst = ({ key }: FigureRow) => !key.startsWith('eligibility.missing.');

export function assemble(rows: readonly FigureRow[]) {
  const reasons = of(rows, 'reason');
  return {
    totals: byOutcome(of(rows, 'all')),
    ready: readyOf(rows),
    decades: keyed(rows, 'decade'),
    ownership: keyed(rows, 'ownership'),
    facilities: facilities(rows),
    reasons: {
      ineligible: ranked(reasons.filter((row) => row.outcome === 'ineligible' && speaksAgainst(row))),
      incomplete: ranked(reasons.filter(({ outcome }) => outcome === 'incomplete')),
    },
    missing: ranked(of(rows, 'missing')),
  };
}

export const readyOf = (rows: readonly FigureRow[]): number =>
  countOf(of(rows, 'ready').filter(({ key }) => key === 'yes'));
