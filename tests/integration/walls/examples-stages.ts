import { paperOf, projectAt } from '../../support/stage-project';
import { asBureau, asClerk, type Make } from './make';

const statedOn = '2020-06-01';

/** Of the stages: one example for every operation. */
export const STAGE_EXAMPLES: Record<string, Make> = {
  'GET /projects/contradictions': asClerk(async (s, d) => {
    await projectAt(s.world, 3, 'complete', d);
    return { query: { county: d.county.id, year: '2020' } };
  }),
  'GET /projects/{id}/stages': asClerk(async (s, d) => ({
    params: { id: (await projectAt(s.world, 3, 'complete', d)).id },
  })),
  'POST /projects/{id}/stages/{stage}/steps/{step}': asClerk(async (s, d) => ({
    params: { id: (await projectAt(s.world, 3, 'complete', d)).id, stage: '3', step: 'complete' },
    body: { statedOn, actualOn: statedOn, note: '按期完成' },
  })),
  'POST /projects/{id}/stages/{stage}/steps/{step}/return': asBureau(async (s, d) => ({
    params: { id: (await projectAt(s.world, 4, 'review', d)).id, stage: '4', step: 'review' },
    body: { reason: '概算缺少工程量表', material: false },
  })),
  'POST /projects/{id}/stages/{stage}/send-back': asClerk(async (s, d) => {
    const project = await projectAt(s.world, 5, 'complete', d);
    await paperOf(s.world, project, 'design', 4);
    return { params: { id: project.id, stage: '4' }, body: { reason: '设计变更', material: true } };
  }),
};
