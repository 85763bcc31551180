import 'server-only';
import type { CompoundChoice, EntityChoices } from '@/lib/domain/projects/choices';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { companyChoices } from './companies';

/** Compounds of the county that could be in a project, those whose first vote passed first; each with the projects that it is in. */
export async function compoundChoices(reader: Reader, actor: Actor): Promise<CompoundChoice[]> {
  return reader.$queryRaw<CompoundChoice[]>`
    SELECT c.id, c.name, concat_ws(' · ', su.name, mu.name) AS place, c.pinyin, coalesce(t.households, 0) AS households, r.id IS NOT NULL AS passed,
      coalesce((SELECT json_agg(json_build_object('year', y.year, 'code', p.code) ORDER BY y.year) FROM project_compound pc JOIN project p ON p.id = pc.project_id
        JOIN programme_year y ON y.id = p.programme_year_id WHERE pc.compound_id = c.id AND pc.live), '[]'::json) AS projects
    FROM compound c LEFT JOIN compound_total t ON t.compound_id = c.id LEFT JOIN unit su ON su.id = c.subdistrict_id LEFT JOIN unit mu ON mu.id = c.community_id
    LEFT JOIN LATERAL (SELECT v.id FROM vote_round v WHERE v.compound_id = c.id AND v.round = 1 AND v.status = 'certified' AND v.outcome = 'passed' LIMIT 1) r ON true
    WHERE c.county_id = ANY(${[...actor.counties]}::uuid[]) AND c.status = 'active' AND c.eligibility <> 'ineligible'
    ORDER BY (r.id IS NULL), c.pinyin, c.id LIMIT 3000`;
}

/** Who can implement: the towns of the county, and the companies of its register. */
export async function entityChoices(reader: Reader, countyId: string): Promise<EntityChoices> {
  const [towns, companies] = await Promise.all([
    reader.$queryRaw<{ id: string; name: string }[]>`
      SELECT id, name FROM unit WHERE county_id = ${countyId}::uuid AND kind = 'subdistrict' AND valid_to IS NULL ORDER BY sort_order, pinyin, id`,
    companyChoices(reader, countyId),
  ]);
  return { towns, companies: companies.map(({ id, name }) => ({ id, name })) };
}
