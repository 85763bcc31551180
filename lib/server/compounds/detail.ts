import 'server-only';
import type { CompoundDetail, CompoundRecord } from '@/lib/domain/compounds/answers';
import { effectiveTotals } from '@/lib/domain/compounds/effective-totals';
import { formatArea } from '@/lib/domain/kernel/area';
import { clause, publicFacilities } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit, namedUnitIfAny } from '@/lib/server/units/named';
import { surveyRecords, type Verdict, verdictOf } from './assess';
import { rulebookInForce } from './rulebook-in-force';
import { areaText, instant } from './sql';

/** One compound with its names, places and lineage, built by PostgreSQL; null when it is not in the actor's territory. */
export async function compoundRecord(reader: Reader, actor: Actor, id: string): Promise<CompoundRecord | null> {
  const [row] = await reader.$queryRaw<{ doc: CompoundRecord }[]>`
    SELECT json_build_object(
      'id', c.id, 'code', c.code, 'name', c.name, 'address', c.address,
      'county', ${namedUnit('cu')}, 'subdistrict', ${namedUnitIfAny('su')}, 'community', ${namedUnitIfAny('mu')},
      'subdistrictId', c.subdistrict_id, 'communityId', c.community_id, 'longitude', c.longitude, 'latitude', c.latitude,
      'yearBuilt', c.year_built, 'decisiveYear', c.decisive_year, 'statedBuildings', c.stated_buildings,
      'statedUnits', c.stated_units, 'statedHouseholds', c.stated_households,
      'statedFloorArea', ${areaText('c.stated_floor_area')}, 'statedExclusiveArea', ${areaText('c.stated_exclusive_area')},
      'ownershipKind', c.ownership_kind, 'originalUnit', c.original_unit, 'hasOwnersCommittee', c.has_owners_committee,
      'hasPropertyService', c.has_property_service, 'hasMaintenanceFund', c.has_maintenance_fund,
      'willingness', c.willingness, 'legalTitle', c.legal_title, 'insideTown', c.inside_town)::jsonb
      || json_build_object(
      'inShantytownPlan', c.in_shantytown_plan, 'plannedDemolition', c.planned_demolition,
      'mainlySelfBuilt', c.mainly_self_built, 'urbanVillage', c.urban_village,
      'facilitiesIncomplete', c.facilities_incomplete, 'environmentPoor', c.environment_poor,
      'managementMissing', c.management_missing, 'facilitiesBackward', c.facilities_backward,
      'facilities', c.facilities, 'remarks', c.remarks, 'eligibility', c.eligibility, 'status', c.status,
      'retiredAt', ${instant('c.retired_at')}, 'retiredReason', c.retired_reason, 'version', c.version,
      'createdAt', ${instant('c.created_at')}, 'updatedAt', ${instant('c.updated_at')}, 'updatedBy', a.display_name,
      'aliases', coalesce((SELECT json_agg(x.name ORDER BY x.created_at, x.name) FROM compound_alias x WHERE x.compound_id = c.id), '[]'::json),
      'lineage', coalesce((SELECT json_agg(json_build_object('kind', l.kind, 'direction', CASE WHEN l.to_id = c.id THEN 'from' ELSE 'to' END,
          'id', o.id, 'name', o.name, 'status', o.status, 'reason', l.reason, 'documentNo', l.document_no, 'at', ${instant('l.created_at')}) ORDER BY l.created_at, o.name)
        FROM compound_lineage l JOIN compound o ON o.id = CASE WHEN l.to_id = c.id THEN l.from_id ELSE l.to_id END
        WHERE l.to_id = c.id OR l.from_id = c.id), '[]'::json))::jsonb AS doc
    FROM compound c JOIN unit cu ON cu.id = c.county_id LEFT JOIN unit su ON su.id = c.subdistrict_id
      LEFT JOIN unit mu ON mu.id = c.community_id LEFT JOIN account a ON a.id = c.updated_by
    WHERE c.id = ${id}::uuid AND c.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return row?.doc ?? null;
}

const text = (area: bigint | null): string | null => (area === null ? null : formatArea(area));

/** The record with what the rules say about it today: eligibility with all reasons, gaps, stated beside registered figures. */
export async function compoundDetail(reader: Reader, actor: Actor, id: string): Promise<CompoundDetail | null> {
  // asked together: they travel in one packet
  const [record, { rulebook }, records] = await Promise.all([
    compoundRecord(reader, actor, id),
    rulebookInForce(reader),
    surveyRecords(reader, [id]),
  ]);
  const facts = records.get(id);
  if (!record || !facts) return null;
  const verdict: Verdict = verdictOf(facts, rulebook);
  const { mismatches: _, ...effective } = effectiveTotals(facts.stated, facts.registered);
  const { householdsWithoutArea, householdsWithoutOwner, ...registered } = facts.registered;
  const written = <T extends { floorArea: bigint | null; exclusiveArea: bigint | null }>(figures: T) => ({
    ...figures,
    floorArea: text(figures.floorArea),
    exclusiveArea: text(figures.exclusiveArea),
  });
  const cited = new Set([...verdict.reasons, ...verdict.gaps].flatMap((reason) => reason.clause ?? []));
  return {
    ...record,
    verdict,
    totals: {
      stated: written(facts.stated),
      registered: written(registered),
      effective: written(effective),
      householdsWithoutArea,
      householdsWithoutOwner,
    },
    clauses: [...cited].flatMap((code) => clause(rulebook, code) ?? []),
    facilityNames: publicFacilities(rulebook).map(({ key, name, nameEn }) => ({ key, name, nameEn })),
  };
}
