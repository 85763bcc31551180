import 'server-only';
import type { SurveyDashboard } from '@/lib/domain/dashboards/schema';
import { groupBy } from '@/lib/domain/kernel/group-by';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound } from '@/lib/server/answer';
import type { Tx } from '@/lib/server/db/with-actor';
import { assemble, byOutcome, readyOf } from './assemble';
import { figureRows, type Source, type UnitRow } from './figure-rows';
import { registerGap } from './register-gap';
import { type Scope, scopeOf } from './scope';
import { type UnitName, unitNames } from './unit-names';

interface Frozen {
  campaignId: string;
  name: string;
  baselineOn: string;
}

/** The frozen survey of a past programme year; null where the year is current, or its baseline not frozen: then the live figures hold. */
async function frozenOf(tx: Tx, actor: Actor, year: number | undefined): Promise<Frozen | null> {
  if (year === undefined) return null;
  const [found] = await tx.$queryRaw<Frozen[]>`
    SELECT c.id AS "campaignId", c.name, c.baseline_on::text AS "baselineOn"
    FROM programme_year y JOIN survey_campaign c ON c.id = y.campaign_id
    WHERE y.prefecture_id = ${actor.prefectureId}::uuid AND y.year = ${year} AND NOT y.current AND c.status = 'frozen'`;
  return found ?? null;
}

async function unitOf(tx: Tx, scope: Scope, day: string | undefined): Promise<SurveyDashboard['unit']> {
  const unit = (await unitNames(tx, scope.level, day)).find(({ id }) => id === scope.unitId);
  return { id: scope.unitId, name: unit?.name ?? '', nameEn: unit?.nameEn ?? null, level: scope.level };
}

/** Every unit of the scope, also one that has recorded nothing yet; and what stands in none (街道 not recorded), where there is any. */
function unitFigures(rows: UnitRow[], names: UnitName[]): SurveyDashboard['units'] {
  const groups = groupBy(rows, ({ unit_id }) => unit_id);
  const figures = (id: string | null) => {
    const group = groups.get(id) ?? [];
    return { ...byOutcome(group.filter(({ dimension }) => dimension === 'all')), ready: readyOf(group) };
  };
  const known = names.map(({ id, code, name, nameEn }) => ({ unitId: id, code, name, nameEn, ...figures(id) }));
  if (!groups.has(null)) return known;
  return [...known, { unitId: null, code: '', name: '', nameEn: null, ...figures(null) }];
}

async function namesIn(tx: Tx, scope: Scope, day: string | undefined): Promise<UnitName[]> {
  if (!scope.by) return [];
  const inside = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM unit WHERE kind = ${scope.by} AND county_id = ANY (${scope.counties}::uuid[])
      AND (${scope.subdistrictId}::uuid IS NULL OR subdistrict_id = ${scope.subdistrictId}::uuid) AND valid_to IS NULL`;
  const ids = new Set(inside.map(({ id }) => id));
  return (await unitNames(tx, scope.by, day)).filter(({ id }) => ids.has(id));
}

/** The survey at a glance. */
export async function surveyDashboard(
  tx: Tx,
  actor: Actor,
  wanted: { county?: string; year?: number },
): Promise<Answer<SurveyDashboard>> {
  const scope = scopeOf(actor, wanted.county);
  if (!scope) return notFound();
  const frozen = await frozenOf(tx, actor, wanted.year);
  const source: Source = frozen ? { kind: 'campaign', id: frozen.campaignId } : { kind: 'live' };
  const day = frozen?.baselineOn;
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT anju_now() AS now`;
  const { whole, units } = await figureRows(tx, scope, source);
  return done({
    asOf: (clock?.now ?? new Date(0)).toISOString(),
    frozen,
    unit: await unitOf(tx, scope, day),
    by: scope.by,
    ...assemble(whole),
    units: unitFigures(units, await namesIn(tx, scope, day)),
    register: frozen ? null : await registerGap(tx, scope),
  });
}
