import 'server-only';
import { assessEligibility } from '@/lib/domain/compounds/eligibility';
import { type Gap, readiness, type SurveyRecord } from '@/lib/domain/compounds/readiness';
import type { Reason } from '@/lib/domain/kernel/result';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { type InForce, rulebookInForce } from './rulebook-in-force';

type Raw = Omit<SurveyRecord, 'buildings' | 'stated' | 'registered'> & {
  id: string;
  buildings: { yearBuilt: number | null; floorArea: string | null }[];
  stated: Record<'buildings' | 'units' | 'households', number | null> &
    Record<'floorArea' | 'exclusiveArea', string | null>;
  registered: Record<
    'buildings' | 'units' | 'households' | 'householdsWithoutArea' | 'householdsWithoutOwner',
    number
  > &
    Record<'floorArea' | 'exclusiveArea', string>;
};

const whole = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

function recordOf(raw: Raw): SurveyRecord {
  return {
    ...raw,
    buildings: raw.buildings.map(({ yearBuilt, floorArea }) => ({ yearBuilt, floorArea: whole(floorArea) })),
    stated: {
      ...raw.stated,
      floorArea: whole(raw.stated.floorArea),
      exclusiveArea: whole(raw.stated.exclusiveArea),
    },
    registered: {
      ...raw.registered,
      floorArea: BigInt(raw.registered.floorArea),
      exclusiveArea: BigInt(raw.registered.exclusiveArea),
    },
  };
}

/** Of one compound: the plan that is kept for it is as good as one made anew, and making one takes ten times as long as reading. */
const among = (column: string, [first, ...others]: readonly string[]): Prisma.Sql =>
  others.length === 0
    ? Prisma.sql`${Prisma.raw(column)} = ${first}::uuid`
    : Prisma.sql`${Prisma.raw(column)} = ANY(${[first, ...others]}::uuid[])`;

/** The facts the rules decide from, of many compounds at once. Areas come as text: JSON numbers would lose digits. */
export async function surveyRecords(reader: Reader, ids: readonly string[]): Promise<Map<string, SurveyRecord>> {
  const rows = await reader.$queryRaw<{ doc: Raw }[]>`
    SELECT json_build_object(
      'id', c.id, 'name', c.name, 'address', c.address, 'longitude', c.longitude, 'latitude', c.latitude,
      'communityId', c.community_id, 'subdistrictId', c.subdistrict_id, 'yearBuilt', c.year_built,
      'ownershipKind', c.ownership_kind, 'originalUnit', c.original_unit, 'hasOwnersCommittee', c.has_owners_committee,
      'hasPropertyService', c.has_property_service, 'hasMaintenanceFund', c.has_maintenance_fund,
      'willingness', c.willingness, 'facilities', c.facilities, 'legalTitle', c.legal_title, 'insideTown', c.inside_town,
      'inShantytownPlan', c.in_shantytown_plan, 'plannedDemolition', c.planned_demolition,
      'mainlySelfBuilt', c.mainly_self_built, 'urbanVillage', c.urban_village,
      'facilitiesIncomplete', c.facilities_incomplete, 'environmentPoor', c.environment_poor,
      'managementMissing', c.management_missing, 'facilitiesBackward', c.facilities_backward,
      'photos', coalesce(p.n, 0), 'buildings', coalesce(b.list, '[]'::json),
      'stated', json_build_object('buildings', c.stated_buildings, 'units', c.stated_units, 'households', c.stated_households,
        'floorArea', c.stated_floor_area::text, 'exclusiveArea', c.stated_exclusive_area::text),
      'registered', json_build_object('buildings', coalesce(t.registered_buildings, 0), 'units', coalesce(t.registered_units, 0),
        'households', coalesce(t.registered_households, 0), 'floorArea', coalesce(t.registered_floor_area, 0)::text,
        'exclusiveArea', coalesce(t.registered_exclusive_area, 0)::text,
        'householdsWithoutArea', coalesce(t.households_without_area, 0),
        'householdsWithoutOwner', coalesce(t.households_without_owner, 0))) AS doc
    FROM compound c
    LEFT JOIN compound_total t ON t.compound_id = c.id
    LEFT JOIN (SELECT compound_id, json_agg(json_build_object('yearBuilt', year_built, 'floorArea', floor_area::text)) AS list
               FROM building WHERE ${among('compound_id', ids)} AND status = 'active' GROUP BY compound_id) b ON b.compound_id = c.id
    LEFT JOIN (SELECT compound_id, count(*)::int AS n FROM compound_file
               WHERE ${among('compound_id', ids)} AND kind = 'photo' AND retired_at IS NULL GROUP BY compound_id) p ON p.compound_id = c.id
    WHERE ${among('c.id', ids)}`;
  return new Map(rows.map(({ doc }) => [doc.id, recordOf(doc)]));
}

export interface Verdict {
  outcome: string;
  reasons: Reason[];
  decisiveYear: number | null;
  gaps: Gap[];
}

export function verdictOf(record: SurveyRecord, rulebook: Rulebook): Verdict {
  const { outcome, reasons, decisiveYear } = assessEligibility(record, rulebook);
  return { outcome, reasons, decisiveYear, gaps: readiness(record, rulebook) };
}

/** The facts still missing; figures that only disagree are shown on the record and are not missing. */
export const missingCodes = (gaps: readonly Gap[]): string[] => [
  ...new Set(gaps.filter((gap) => gap.severity !== 'check').map((gap) => gap.code)),
];

const BATCH = 500;

/**
 * Decides eligibility, decisive year and readiness again after a write changed their facts: one read and one UPDATE per 500 compounds.
 * The record's version stays: nobody's form is outdated because a neighbour entered a household.
 */
export async function reassess(tx: Tx, compoundIds: readonly string[], inForce?: InForce): Promise<void> {
  const ids = [...new Set(compoundIds)];
  if (ids.length === 0) return;
  const { id: rulebookId, rulebook } = inForce ?? (await rulebookInForce(tx));
  for (let start = 0; start < ids.length; start += BATCH) {
    const records = await surveyRecords(tx, ids.slice(start, start + BATCH));
    const rows = [...records].map(([id, record]) => {
      const { outcome, reasons, decisiveYear, gaps } = verdictOf(record, rulebook);
      return { id, outcome, reasons, year: decisiveYear, missing: missingCodes(gaps) };
    });
    await tx.$executeRaw`
      UPDATE compound c SET eligibility = v.outcome, eligibility_reasons = v.reasons, decisive_year = v.year,
        missing_facts = v.missing, rulebook_id = ${rulebookId}::uuid
      FROM (SELECT (r ->> 'id')::uuid AS id, r ->> 'outcome' AS outcome, r -> 'reasons' AS reasons, (r ->> 'year')::int AS year,
              ARRAY(SELECT jsonb_array_elements_text(r -> 'missing')) AS missing
            FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r) v
      WHERE c.id = v.id AND (c.eligibility, c.eligibility_reasons, c.missing_facts, c.decisive_year, c.rulebook_id)
        IS DISTINCT FROM (v.outcome, v.reasons, v.missing, v.year, ${rulebookId}::uuid)`;
  }
}
