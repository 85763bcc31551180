import 'server-only';
import type { InspectionSheet } from '@/lib/domain/inspections/answers';
import type { InspectionGround } from '@/lib/domain/inspections/rules';
import type { EarlierFinding } from '@/lib/domain/inspections/types';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Reader } from '@/lib/server/db/with-reader';
import { plansInForce } from '@/lib/server/projects/plan';
import { companyName } from '@/lib/server/projects/rows';

type Raw = Omit<InspectionSheet, 'points' | 'startOn' | 'today'> & {
  startOn: CalendarDate | null;
  today: CalendarDate;
};

/** What a project has to be inspected: its places, what is planned there, who works on it, and what was found there before. */
async function raw(reader: Reader, projectId: string): Promise<Raw> {
  const [row] = await reader.$queryRaw<Raw[]>`
    SELECT anju_today()::text AS today,
      (SELECT min(coalesce(k.start_on, k.signed_on))::text FROM contract k WHERE k.project_id = ${projectId}::uuid AND k.status = 'active' AND k.kind IN ('construction', 'epc')) AS "startOn",
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'buildings', (SELECT coalesce(json_agg(json_build_object('id', b.id, 'name', b.name) ORDER BY b.sort_key, b.id), '[]')
          FROM building b WHERE b.compound_id = c.id AND b.status = 'active')) ORDER BY c.pinyin, c.id), '[]')
        FROM project_compound m JOIN compound c ON c.id = m.compound_id WHERE m.project_id = ${projectId}::uuid AND m.live) AS compounds,
      (SELECT coalesce(json_agg(json_build_object('compoundId', i.compound_id, 'buildingId', i.building_id, 'item', i.item)), '[]')
        FROM (${plansInForce(projectId)}) v JOIN plan_item i ON i.plan_id = v.id AND i.answer = 'todo') AS planned,
      (SELECT coalesce(json_agg(json_build_object('id', q.id, 'kind', q.kind, 'name', ${companyName('q.company_id')}) ORDER BY q.kind, q.created_at, q.id), '[]')
        FROM project_party q LEFT JOIN company o ON o.id = q.company_id WHERE q.project_id = ${projectId}::uuid AND q.ended_at IS NULL) AS parties,
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'compoundId', f.compound_id, 'buildingId', f.building_id, 'check', f.check_code, 'status', f.status, 'inspectedOn', f.inspected_on,
          'rectifiedOn', f.rectified_on, 'recheckedOn', f.rechecked_on, 'repeatNo', f.repeat_no)), '[]')
        FROM finding f WHERE f.project_id = ${projectId}::uuid AND f.check_code IS NOT NULL) AS earlier`;
  if (!row) throw new Error('a question without FROM answers one row');
  return row;
}

export async function inspectionSheet(reader: Reader, projectId: string, rulebook: Rulebook): Promise<InspectionSheet> {
  return { ...(await raw(reader, projectId)), points: siteRulesOf(rulebook).checklists.points };
}

export interface Ground {
  ground: InspectionGround;
  earlier: EarlierFinding[];
  partyName: (id: string | undefined) => string | null;
}

/** The same for the rule. */
export async function groundOf(reader: Reader, projectId: string, rulebook: Rulebook): Promise<Ground> {
  const { compounds, parties, planned, earlier, startOn, today } = await raw(reader, projectId);
  return {
    ground: {
      kinds: rulebook.inspections.kinds,
      points: siteRulesOf(rulebook).checklists.points,
      planned,
      compounds: compounds.map(({ id, buildings }) => ({ id, buildings: buildings.map((one) => one.id) })),
      parties: parties.map(({ id }) => id),
      startOn,
      today,
    },
    earlier,
    partyName: (id) => parties.find((party) => party.id === id)?.name ?? null,
  };
}
