import { asClerk, idOf, type Make, of, WHY } from './make';

/** Of complaints and satisfaction: one example for every operation. */
export const COMPLAINT_EXAMPLES: Record<string, Make> = {
  'GET /complaints': asClerk(async (_, d) => ({ query: { county: d.county.id, standing: 'open', limit: '20' } })),
  'POST /complaints': asClerk(async (s, d) => ({ body: await s.complaints.body(d) })),
  'GET /complaints/{id}': asClerk(of((s, d) => s.complaints.received(d))),
  'POST /complaints/{id}/answer': asClerk(of((s, d) => s.complaints.assigned(d), { answer: '已经修好' })),
  'POST /complaints/{id}/assign': asClerk(async (s, d) => {
    const { id, version } = await s.complaints.received(d);
    return { params: { id }, version, body: { to: 'community', unitId: s.communityOf(d), note: '请到现场看' } };
  }),
  'POST /complaints/{id}/close': asClerk(of((s, d) => s.complaints.answered(d), { outcome: 'content' })),
  'POST /complaints/{id}/contact': asClerk(async (s, d) => ({
    params: idOf(await s.complaints.received(d)),
    body: { reason: '需要电话核实情况' },
  })),
  'POST /complaints/{id}/draft': asClerk(of((s, d) => s.complaints.assigned(d), { answer: '已经修好' })),
  'POST /complaints/{id}/merge': asClerk(async (s, d) => {
    const [{ id, version }, into] = [await s.complaints.received(d), await s.complaints.received(d)];
    return { params: { id }, version, body: { intoId: into.id } };
  }),
  'POST /complaints/{id}/reopen': asClerk(of((s, d) => s.complaints.answered(d), { words: '还在漏' })),
  'POST /complaints/{id}/separate': asClerk(of((s, d) => s.complaints.merged(d), WHY)),
  'POST /complaints/{id}/turn-away': asClerk(
    of((s, d) => s.complaints.received(d), { how: 'transferred', to: '水务局', words: '属于供水管网' }),
  ),
  'GET /projects/{id}/satisfaction': asClerk(of((s, d) => s.complaints.project(d))),
  'POST /projects/{id}/satisfaction': asClerk(async (s, d) => {
    const { id, compoundId } = await s.complaints.project(d);
    return { params: { id }, body: { compoundId } };
  }),
  'GET /satisfaction': asClerk(async (_, d) => ({ query: { county: d.county.id, year: '2020' } })),
  'GET /satisfaction/{id}': asClerk(of((s, d) => s.complaints.survey(d))),
  'POST /satisfaction/{id}/answers': asClerk(async (s, d) => {
    const { id, homes } = await s.complaints.survey(d);
    return { params: { id }, body: { householdId: homes[0], answer: 'dissatisfied', how: 'door', words: '还在漏水' } };
  }),
  'POST /satisfaction/{id}/cancel': asClerk(of((s, d) => s.complaints.survey(d), WHY)),
  'POST /satisfaction/{id}/close': asClerk(of((s, d) => s.complaints.surveyed(d))),
};
