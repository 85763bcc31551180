import 'server-only';
import type { ProjectDetail } from '@/lib/domain/projects/answers';
import type { Actor } from '@/lib/server/actor';
import { JsonText } from '@/lib/server/answer';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { CONTRACT } from './contracts';
import { plansInForce } from './plan';
import { companyName, PROJECT_HEAD, PROJECT_JOINS, yuan } from './rows';
import { projectScope } from './scope';

const MEMBERS = Prisma.sql`coalesce((SELECT json_agg(json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'place', concat_ws(' · ', su.name, mu.name),
    'live', m.live, 'leftReason', m.left_reason, 'buildings', coalesce(t.buildings, 0), 'households', coalesce(t.households, 0),
    'roundOne', (SELECT coalesce(r.outcome, r.status) FROM vote_round r WHERE r.compound_id = c.id AND r.round = 1 AND r.status <> 'cancelled' ORDER BY r.attempt DESC LIMIT 1),
    'plan', CASE WHEN v.id IS NOT NULL THEN json_build_object('id', v.id, 'no', v.no, 'status', v.status, 'todoItems', v.todo_items, 'cost', ${yuan('v.cost')},
      'residentShare', ${yuan('v.resident_share')}) END) ORDER BY m.live DESC, c.pinyin, c.id)
  FROM project_compound m JOIN compound c ON c.id = m.compound_id LEFT JOIN compound_total t ON t.compound_id = c.id LEFT JOIN plans v ON v.compound_id = c.id
  LEFT JOIN unit su ON su.id = c.subdistrict_id LEFT JOIN unit mu ON mu.id = c.community_id WHERE m.project_id = p.id), '[]')`;

const STAGES = Prisma.sql`coalesce((SELECT json_agg(json_build_object('stage', s.stage, 'status', s.status, 'step', s.step, 'actualOn', s.actual_on, 'statedOn', s.stated_on,
  'receivedAt', ${instant('s.received_at')}, 'acceptedAt', ${instant('s.accepted_at')}) ORDER BY s.stage) FROM project_stage s WHERE s.project_id = p.id), '[]')`;

const PARTIES = Prisma.sql`coalesce((SELECT json_agg(json_build_object('id', x.id, 'kind', x.kind, 'company', json_build_object('id', x.company_id, 'name', ${companyName('x.company_id')}),
  'person', x.person, 'endedAt', ${instant('x.ended_at')}) ORDER BY x.ended_at NULLS FIRST, x.created_at, x.id)
  FROM project_party x LEFT JOIN company o ON o.id = x.company_id WHERE x.project_id = p.id), '[]')`;

const CONTRACTS = Prisma.sql`coalesce((SELECT json_agg(${CONTRACT} ORDER BY k.status, k.signed_on, k.no)
  FROM contract k LEFT JOIN company o ON o.id = k.company_id WHERE k.project_id = p.id), '[]')`;

const PLAN = Prisma.sql`(SELECT json_build_object('todoItems', coalesce(sum(v.todo_items), 0), 'cost', ${yuan('coalesce(sum(v.cost), 0)')},
  'residentShare', ${yuan('coalesce(sum(v.resident_share), 0)')}) FROM plans v)`;

const ITEMS = Prisma.sql`coalesce((SELECT json_agg(json_build_object('compoundId', i.compound_id, 'buildingId', i.building_id, 'item', i.item, 'answer', i.answer,
  'quantity', ${yuan('i.quantity')}, 'cost', ${yuan('i.cost')}) ORDER BY i.compound_id, i.building_id NULLS FIRST, i.item)
  FROM plan_item i WHERE i.plan_id = ANY (ARRAY(SELECT v.id FROM plans v))), '[]')`;

interface Row {
  body: string;
  version: number;
}

/** A project with all that its first page and other systems need, written by PostgreSQL in one statement. */
async function detailText(reader: Reader, actor: Actor, id: string): Promise<Row | null> {
  const [row] = await reader.$queryRaw<Row[]>`
    WITH plans AS MATERIALIZED (${plansInForce(id)})
    SELECT json_build_object(${PROJECT_HEAD}, 'members', ${MEMBERS}, 'stages', ${STAGES}, 'parties', ${PARTIES}, 'contracts', ${CONTRACTS}, 'plan', ${PLAN}, 'items', ${ITEMS})::text AS body,
      p.version
    FROM project p ${PROJECT_JOINS} WHERE p.id = ${id}::uuid AND ${projectScope(actor)}`;
  return row ?? null;
}

export async function projectDetailJson(reader: Reader, actor: Actor, id: string) {
  const row = await detailText(reader, actor, id);
  return row && { json: new JsonText(row.body), version: row.version };
}

export async function projectDetail(reader: Reader, actor: Actor, id: string): Promise<ProjectDetail | null> {
  const row = await detailText(reader, actor, id);
  return row && (JSON.parse(row.body) as ProjectDetail);
}
