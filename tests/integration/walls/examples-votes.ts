import { asClerk, idOf, type Make, of, WHY } from './make';

/** Of the votes: one example for every operation. */
export const VOTE_EXAMPLES: Record<string, Make> = {
  'POST /ballots/{id}/annul': asClerk(async (s, d) => ({
    params: { id: (await s.votes.recorded(d, d.clerk)).ballotId },
    body: { reason: '登记错户' },
  })),
  'GET /rounds': asClerk(async (s, d) => ({
    query: { compound: (await s.votes.draft(d)).compoundId, status: 'live' },
  })),
  'POST /rounds': asClerk(async (s, d) => ({
    body: { compoundId: (await s.compound(d)).id, round: 1, plannedCloseOn: s.today },
  })),
  'GET /rounds/{id}': asClerk(of((s, d) => s.votes.recorded(d))),
  'PATCH /rounds/{id}': asClerk(async (s, d) => {
    const { id, version } = await s.votes.draft(d);
    return { params: { id }, version, body: { plannedCloseOn: s.today } };
  }),
  'POST /rounds/{id}/ballots': asClerk(async (s, d) => {
    const { id, homes } = await s.votes.open(d);
    const ballots = homes.map((householdId) => ({
      householdId,
      choice: 'agree',
      channel: 'door',
      wanted: ['B-R01'],
      problems: '屋顶漏水',
    }));
    return { params: { id }, body: { source: 'many', ballots } };
  }),
  'GET /rounds/{id}/call-backs': asClerk(of((s, d) => s.votes.closed(d))),
  'PUT /rounds/{id}/call-backs/{householdId}': asClerk(async (s, d) => ({
    ...(await s.votes.callBack(d)),
    body: { outcome: 'denied', note: '没有签过字' },
  })),
  'POST /rounds/{id}/cancel': asClerk(of((s, d) => s.votes.open(d), WHY)),
  'POST /rounds/{id}/certify': asClerk(of((s, d) => s.votes.certifiable(d))),
  'GET /rounds/{id}/checks': asClerk(of((s, d) => s.votes.recorded(d), undefined, { state: 'waiting', limit: '20' })),
  'POST /rounds/{id}/checks': asClerk(async (s, d) => {
    const { id, ballotId } = await s.votes.recorded(d);
    return { params: { id }, body: { checks: [{ ballotId, verdict: 'wrong', note: '表上写的是不同意' }] } };
  }),
  'POST /rounds/{id}/close': asClerk(of((s, d) => s.votes.recorded(d))),
  'GET /rounds/{id}/demand': asClerk(of((s, d) => s.votes.recorded(d))),
  'GET /rounds/{id}/doors': asClerk(of((s, d) => s.votes.recorded(d))),
  'GET /rounds/{id}/households': asClerk(async (s, d) => {
    const { id, buildingId } = await s.votes.recorded(d);
    return { params: { id }, query: { building: buildingId } };
  }),
  'GET /rounds/{id}/households/{householdId}/ballots': asClerk(async (s, d) => {
    const { id, homes } = await s.votes.recorded(d);
    return { params: { id, householdId: homes[0] ?? '' } };
  }),
  'POST /rounds/{id}/open': asClerk(of((s, d) => s.votes.draft(d))),
  'GET /rounds/{id}/package': asClerk(of((s, d) => s.votes.open(d))),
  'GET /rounds/{id}/pulse': asClerk(async (s, d) => {
    const { id, buildingId } = await s.votes.recorded(d);
    return { params: { id }, query: { since: '0', building: buildingId, at: '2026-11-26T08:00:00.000Z' } };
  }),
  'GET /rounds/{id}/register-changes': asClerk(of((s, d) => s.votes.open(d))),
  'GET /rounds/{id}/suspicions': asClerk(of((s, d) => s.votes.recorded(d))),
  'POST /rounds/{id}/visits': asClerk(async (s, d) => {
    const { id, homes } = await s.votes.open(d);
    const visit = { householdId: homes[0], outcome: 'nobody_in', note: '晚上再来', visitedOn: s.today };
    return { params: { id }, body: { visits: [visit] } };
  }),
  'GET /schemes': asClerk(async (s, d) => ({ query: { compound: (await s.votes.scheme(d)).compoundId } })),
  'POST /schemes': asClerk(async (s, d) => {
    const { id, compoundId } = await s.votes.scheme(d);
    const sums = { estimate: '418000.00', ownersShare: '50000.00', shareRule: 'household' };
    return { body: { compoundId, title: '文化路改造方案', ...sums, note: '第二稿', from: id } };
  }),
  'GET /schemes/{id}': asClerk(of((s, d) => s.votes.complete(d))),
  'PATCH /schemes/{id}': asClerk(
    of((s, d) => s.votes.scheme(d), {
      title: '改了名的方案',
      estimate: '500000.00',
      ownersShare: '50000.50',
      note: null,
    }),
  ),
  'POST /schemes/{id}/finalize': asClerk(of((s, d) => s.votes.complete(d))),
  'PUT /schemes/{id}/parts/{part}': asClerk(async (s, d) => {
    const made = await s.votes.scheme(d);
    const body = { summary: '屋面、外墙、管网一并改造。', fileId: (await s.file(d)).id };
    return { params: { ...idOf(made), part: 'design' }, version: made.version, body };
  }),
};
