import assert from 'node:assert/strict';
import type { ProjectDetail } from '@/lib/domain/projects/answers';
import type { BenchCase } from '../types';

const yuan = (column: string) => `(${column} / 100.0)::numeric(20, 2)::text`;

const detail: BenchCase = {
  name: 'project-detail',
  says: 'project detail with stages and the plan of 20 buildings × 36 items',
  as: 'lufengClerk',
  request: ({ projectId }) => `/api/v1/projects/${projectId}`,
  yardstick: 'sql',
  sql: ({ projectId }) => ({
    text: `SELECT json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'stage', p.stage, 'status', p.status, 'estimate', ${yuan('p.estimate')}, 'version', p.version,
        'county', (SELECT json_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en) FROM unit u WHERE u.id = p.county_id),
        'stages', (SELECT json_agg(json_build_object('stage', s.stage, 'status', s.status, 'step', s.step) ORDER BY s.stage) FROM project_stage s WHERE s.project_id = p.id),
        'members', (SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'households', t.households, 'buildings', t.buildings) ORDER BY c.pinyin)
          FROM project_compound m JOIN compound c ON c.id = m.compound_id JOIN compound_total t ON t.compound_id = c.id WHERE m.project_id = p.id),
        'contracts', coalesce((SELECT json_agg(k.no) FROM contract k WHERE k.project_id = p.id), '[]'),
        'parties', coalesce((SELECT json_agg(x.id) FROM project_party x WHERE x.project_id = p.id), '[]'),
        'plan', (SELECT json_build_object('todoItems', sum(v.todo_items), 'cost', ${yuan('sum(v.cost)')}) FROM compound_plan v JOIN project_compound m USING (compound_id) WHERE m.project_id = p.id),
        'items', (SELECT json_agg(json_build_object('compoundId', i.compound_id, 'buildingId', i.building_id, 'item', i.item, 'answer', i.answer, 'quantity', ${yuan('i.quantity')},
          'cost', ${yuan('i.cost')}) ORDER BY i.compound_id, i.building_id NULLS FIRST, i.item)
          FROM plan_item i JOIN compound_plan v ON v.id = i.plan_id JOIN project_compound m ON m.compound_id = v.compound_id WHERE m.project_id = p.id))::text AS body
      FROM project p WHERE p.id = $1::uuid`,
    values: [projectId],
  }),
  check: ({ text }, expected) => {
    const found = JSON.parse(text) as ProjectDetail;
    const known = expected as ProjectDetail;
    assert.equal(found.items.length, 20 * 17 + 19);
    assert.deepEqual(found.items, known.items);
    const { todoItems, cost } = found.plan;
    assert.deepEqual({ todoItems, cost }, known.plan);
    assert.deepEqual(
      found.stages.map(({ stage, status, step }) => ({ stage, status, step })),
      known.stages,
    );
    for (const key of ['id', 'code', 'name', 'county', 'stage', 'version'] as const)
      assert.deepEqual(found[key], known[key]);
  },
  goals: { ofNext: 0.5 },
};

export default detail;
