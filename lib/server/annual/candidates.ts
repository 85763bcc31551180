import 'server-only';
import type { Measures } from '@/lib/domain/annual/factors';
import type { Asks, Candidate, RankedCompound } from '@/lib/domain/annual/types';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { publicFacilities, workflowOf } from '@/lib/domain/rulebook/rulebook';
import type { DEFICIENCIES, Rulebook } from '@/lib/domain/rulebook/schema';
import type { NamedUnit } from '@/lib/domain/units/named';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';
import { preferencesFor } from './preferences';
import type { Year } from './year';

interface CompoundRow {
  households: number;
  area: string;
  deficiencies: Record<(typeof DEFICIENCIES)[number], boolean | null>;
  facilities: Record<string, 'good' | 'poor' | 'missing'>;
  decisiveYear: number | null;
  ownersCommittee: boolean | null;
  propertyService: boolean | null;
  maintenanceFund: boolean | null;
  round: { round: number; agreeHouseholds: number; households: number; agreeArea: string; area: string } | null;
}
interface Row {
  id: string;
  code: string;
  name: string;
  county: NamedUnit;
  appliedOn: string;
  papers: string[];
  asks: Record<string, string>;
  compounds: CompoundRow[];
}

/** A project whose application for the year was accepted, with all that its score and its asking rest on. */
export interface YearCandidate extends Candidate {
  name: string;
  county: NamedUnit;
  households: number;
  asks: Asks;
}

export function measuresOf(rulebook: Rulebook): Measures {
  const { cutOff, deficiencies } = rulebook.eligibility;
  return {
    deficiencies: deficiencies.length,
    facilities: publicFacilities(rulebook).length,
    cutOffYear: cutOff.latestYear,
    scale: workflowOf(rulebook).rankingScale,
  };
}

const WORN = { good: 0, poor: 1, missing: 2 };

function compoundOf(row: CompoundRow, rulebook: Rulebook): RankedCompound {
  const { households, decisiveYear, ownersCommittee, propertyService, maintenanceFund, round } = row;
  return {
    households,
    deficiencies: rulebook.eligibility.deficiencies.filter(({ code }) => row.deficiencies[code]).length,
    worn: publicFacilities(rulebook).reduce((sum, { key }) => sum + WORN[row.facilities[key] ?? 'good'], 0),
    decisiveYear,
    ownersCommittee,
    propertyService,
    maintenanceFund,
    round: round && { ...round, agreeArea: BigInt(round.agreeArea), area: BigInt(round.area) },
    area: BigInt(row.area),
  };
}

/**
 * The year's accepted applications of projects under way that stand in no confirmed plan of another year, and whose they are: everything that
 * is ranked, in one question. Of each compound the latest certified second round counts, else the latest certified first one.
 */
export async function candidatesOf(reader: Reader, actor: Actor, year: Year): Promise<YearCandidate[]> {
  const rows = await reader.$queryRaw<Row[]>`
    WITH ready AS (
      SELECT p.id, p.code, p.name, p.county_id, a.applied_on FROM application a JOIN project p ON p.id = a.project_id
      WHERE a.programme_year_id = ${year.id}::uuid AND a.status = 'accepted' AND p.status = 'active' AND p.county_id = ANY(${[...actor.counties]}::uuid[])
        AND NOT EXISTS (SELECT 1 FROM annual_plan_entry e JOIN annual_plan l ON l.id = e.plan_id WHERE e.project_id = p.id AND e.chosen AND l.status = 'confirmed'
          AND l.programme_year_id <> a.programme_year_id
          AND l.no = (SELECT max(m.no) FROM annual_plan m WHERE m.programme_year_id = l.programme_year_id AND m.status = 'confirmed'))
    ), member AS (
      SELECT pc.project_id, c.*, t.households, t.exclusive_area FROM ready r JOIN project_compound pc ON pc.project_id = r.id AND pc.live
        JOIN compound c ON c.id = pc.compound_id LEFT JOIN compound_total t ON t.compound_id = c.id
    ), counted AS (
      SELECT DISTINCT ON (v.compound_id) v.compound_id, json_build_object('round', v.round, 'agreeHouseholds', t.agree_households, 'households', v.roll_households,
        'agreeArea', t.agree_area::text, 'area', v.roll_area::text) AS round
      FROM vote_round v JOIN vote_tally t ON t.round_id = v.id WHERE v.status = 'certified' AND v.compound_id IN (SELECT id FROM member)
      ORDER BY v.compound_id, v.round DESC, v.attempt DESC
    ), described AS (
      SELECT m.project_id, json_agg(json_build_object('households', coalesce(m.households, 0), 'area', coalesce(m.exclusive_area, 0)::text, 'decisiveYear', m.decisive_year,
        'deficiencies', json_build_object('facilitiesIncomplete', m.facilities_incomplete, 'environmentPoor', m.environment_poor, 'managementMissing', m.management_missing,
          'facilitiesBackward', m.facilities_backward), 'facilities', m.facilities, 'ownersCommittee', m.has_owners_committee, 'propertyService', m.has_property_service,
        'maintenanceFund', m.has_maintenance_fund, 'round', v.round) ORDER BY m.code) AS compounds
      FROM member m LEFT JOIN counted v ON v.compound_id = m.id GROUP BY m.project_id
    ), asked AS (
      SELECT project_id, json_object_agg(source, amount::text) AS asks FROM (
        SELECT f.project_id, f.source, sum(f.amount) AS amount FROM funding_line f WHERE f.retired_at IS NULL AND f.project_id IN (SELECT id FROM ready) GROUP BY 1, 2) s GROUP BY 1
    ), filed AS (
      SELECT f.project_id, json_agg(DISTINCT f.kind) AS papers FROM paper f WHERE f.status = 'current' AND f.project_id IN (SELECT id FROM ready) GROUP BY 1
    )
    SELECT r.id, r.code, r.name, ${namedUnit()} AS county, r.applied_on::text AS "appliedOn", coalesce(f.papers, '[]') AS papers,
      coalesce(k.asks, '{}') AS asks, coalesce(d.compounds, '[]') AS compounds
    FROM ready r JOIN unit u ON u.id = r.county_id LEFT JOIN described d ON d.project_id = r.id LEFT JOIN asked k ON k.project_id = r.id LEFT JOIN filed f ON f.project_id = r.id
    ORDER BY r.code`;
  const preferences = await preferencesFor(reader, actor, year);
  return rows.map(({ appliedOn, asks, compounds, ...row }) => ({
    ...row,
    preference: preferences.get(row.county.id) ?? null,
    appliedOn: calendarDateOf(appliedOn),
    asks: Object.fromEntries(Object.entries(asks).map(([source, amount]) => [source, BigInt(amount)])),
    compounds: compounds.map((one) => compoundOf(one, year.rulebook)),
    households: compounds.reduce((sum, one) => sum + one.households, 0),
  }));
}
