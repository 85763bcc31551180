import 'server-only';
import type { SurveyDashboard } from '@/lib/domain/dashboards/schema';
import { groupBy } from '@/lib/domain/kernel/group-by';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound } from '@/lib/server/answer';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { assemble, byOutcome, readyOf } from './assemble';
import { figureRows, type Source, type UnitRow } from './figure-rows';
import { registerGap } from './register-gap';
import { type Scope, scopeOf } from './scope';
import { type UnitName, unitNamesWhere } from './unit-names';

interface Frozen {
  campaignId: string;
  name: string;
  baselineOn: string;
}

/** The frozen survey of a past programme year; null where the year is current, or its baseline not frozen: then the live figures hold. */
async function frozenOf(reader: Reader, actor: Actor, year: number | undefined): Promise<Frozen | null> {
  if (year === undefined) return null;
  const [found] = await reader.$queryRaw<Frozen[]>`
    SELECT c.id AS "campaignId", c.name, c.baseline_on::text AS "baselineOn"
    FROM programme_year y JOIN survey_campaign c ON c.id = y.campaign_id
    WHERE y.prefecture_id = ${actor.prefectureId}::uuid AND y.year = ${year} AND NOT y.current AND c.status = 'frozen'`;
  return found ?? null;
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

/** The unit of the scope and those inside it, by their names of that day. */
async function namesIn(reader: Reader, scope: Scope, day: string | undefined) {
  const inside = scope.by
    ? Prisma.sql`OR (u.kind = ${scope.by} AND u.county_id = ANY (${scope.counties}::uuid[]) AND u.valid_to IS NULL
        AND (${scope.subdistrictId}::uuid IS NULL OR u.subdistrict_id = ${scope.subdistrictId}::uuid))`
    : Prisma.empty;
  const names = await unitNamesWhere(reader, Prisma.sql`u.id = ${scope.unitId}::uuid ${inside}`, day);
  const own = names.find(({ id }) => id === scope.unitId);
  return { own, inside: names.filter((unit) => unit !== own) };
}

async function nowOf(reader: Reader): Promise<string> {
  const [clock] = await reader.$queryRaw<{ now: Date }[]>`SELECT anju_now() AS now`;
  return (clock?.now ?? new Date(0)).toISOString();
}

/** The survey at a glance. */
export async function surveyDashboard(
  reader: Reader,
  actor: Actor,
  wanted: { county?: string; year?: number },
): Promise<Answer<SurveyDashboard>> {
  const scope = scopeOf(actor, wanted.county);
  if (!scope) return notFound();
  const frozen = await frozenOf(reader, actor, wanted.year);
  const source: Source = frozen ? { kind: 'campaign', id: frozen.campaignId } : { kind: 'live' };
  // asked together: they travel in one packet
  const [asOf, { whole, units }, names, register] = await Promise.all([
    nowOf(reader),
    figureRows(reader, scope, source),
    namesIn(reader, scope, frozen?.baselineOn),
    frozen ? null : registerGap(reader, scope),
  ]);
  return done({
    asOf,
    frozen,
    unit: {
      id: scope.unitId,
      name: names.own?.name ?? '',
      nameEn: names.own?.nameEn ?? null,
      level: scope.level,
    },
    by: scope.by,
    ...assemble(whole),
    units: unitFigures(units, names.inside),
    register,
  });
}
