import assert from 'node:assert/strict';
import type { ByOutcome, SurveyDashboard } from '@/lib/domain/dashboards/schema';
import { dashboardSql, OLD_YEAR_SQL } from '../dashboard-sql';
import type { As, BenchCase } from '../types';

interface Line {
  ofUnit: boolean;
  unit: string | null;
  dimension: string;
  key: string;
  outcome: 'eligible' | 'ineligible' | 'incomplete';
  compounds: number;
  buildings: number;
  households: number;
  area: number;
}

const FIGURES = ['compounds', 'buildings', 'households', 'area'] as const;

/** The lines' sums as the answer says them; areas of a prefecture are exact below 2^53 hundredths. */
function figures(lines: readonly Line[]) {
  const [compounds, buildings, households, area] = FIGURES.map((one) =>
    lines.reduce((all, line) => all + line[one], 0),
  );
  return { compounds, buildings, households, floorArea: ((area ?? 0) / 100).toFixed(2) };
}

const outcomes = (lines: readonly Line[]) => ({
  all: figures(lines),
  eligible: figures(lines.filter(({ outcome }) => outcome === 'eligible')),
  ineligible: figures(lines.filter(({ outcome }) => outcome === 'ineligible')),
  incomplete: figures(lines.filter(({ outcome }) => outcome === 'incomplete')),
});

const plain = ({ all, eligible, ineligible, incomplete }: ByOutcome) => ({ all, eligible, ineligible, incomplete });
const byKey = <T extends { key: string }>(list: readonly T[]) => list.map(({ key, ...rest }) => [key, rest] as const);
const compounds = (lines: readonly Line[]) => lines.reduce((all, line) => all + line.compounds, 0);

function check(text: string, lines: Line[]): void {
  const found = JSON.parse(text) as SurveyDashboard;
  const whole = lines.filter(({ ofUnit }) => !ofUnit);
  const of = (dimension: string) => whole.filter((line) => line.dimension === dimension);
  const keys = (dimension: string) => [...new Set(of(dimension).map(({ key }) => key))].sort();
  const keyed = (dimension: string) =>
    keys(dimension).map((key) => [key, outcomes(of(dimension).filter((line) => line.key === key))] as const);
  assert.deepEqual(found.totals, outcomes(of('all')));
  assert.equal(found.ready, compounds(of('ready').filter(({ key }) => key === 'true')));
  assert.deepEqual(byKey(found.decades), keyed('decade'));
  assert.deepEqual(byKey(found.ownership), keyed('ownership'));
  assert.deepEqual(
    new Map(found.missing.map((one) => [one.code, one.compounds])),
    new Map(keys('missing').map((key) => [key, compounds(of('missing').filter((line) => line.key === key))])),
  );
  const facility = (key: string) => of('facility').find((line) => line.key === key)?.compounds ?? 0;
  for (const one of found.facilities)
    for (const condition of ['good', 'poor', 'missing'] as const)
      assert.equal(one[condition], facility(`${one.key}:${condition}`), `${one.key} ${condition}`);
  const ofUnits = lines.filter(({ ofUnit, dimension }) => ofUnit && dimension === 'all');
  for (const unit of found.units)
    assert.deepEqual(plain(unit), outcomes(ofUnits.filter((line) => line.unit === unit.unitId)), unit.name);
  const shown = new Set(found.units.map(({ unitId }) => unitId));
  assert.ok(ofUnits.every((line) => shown.has(line.unit)));
}

const dashboard = (name: string, says: string, as: As, more: Partial<BenchCase>): BenchCase => ({
  name,
  says,
  as,
  request: () => '/api/v1/dashboards/survey',
  yardstick: 'sql',
  check: (answer, expected) => check(answer.text, expected as Line[]),
  ...more,
});

export default [
  dashboard(
    'survey-dashboard',
    'survey dashboard of the prefecture; bare: counted from the households',
    'prefectureBureau',
    {
      sql: () => ({ text: dashboardSql('county_id', ''), values: [] }),
      // a generic data platform was measured at 16 dashboards/s
      goals: { ofBare: { 1: 3, 16: 50 }, perSecond: 10 * 16 },
    },
  ),
  dashboard(
    'survey-dashboard-county',
    'survey dashboard of a county; bare: counted from its households',
    'lufengClerk',
    {
      sql: ({ lufengId }) => ({ text: dashboardSql('subdistrict_id', 'AND county_id = $1::uuid'), values: [lufengId] }),
      goals: { perSecond: 10 * 16 },
    },
  ),
  dashboard(
    'survey-dashboard-old-year',
    'survey dashboard of a past year; bare: counted from what was recorded',
    'prefectureBureau',
    {
      request: () => '/api/v1/dashboards/survey?year=2020',
      sql: () => ({ text: OLD_YEAR_SQL, values: [2020] }),
      goals: { perSecond: 10 * 16 },
    },
  ),
];
