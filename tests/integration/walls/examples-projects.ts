import { contractBody } from '../../support/every/stage-projects';
import { asClerk, idOf, type Make, of, WHY } from './make';

/** Of projects and companies: one example for every operation. */
export const PROJECT_EXAMPLES: Record<string, Make> = {
  'GET /companies': asClerk(async (_, d) => ({ query: { county: d.county.id, kind: 'construction', limit: '20' } })),
  'POST /companies': asClerk(async (s, d) => ({
    body: { name: s.nameOf(d, `监理${s.next()}公司`), kinds: ['supervision', 'consulting'], note: '全过程咨询试点' },
  })),
  'GET /companies/{id}': asClerk(of((s, d) => s.projects.company(d))),
  'PATCH /companies/{id}': asClerk(of((s, d) => s.projects.company(d), { kinds: ['construction', 'epc'], note: null })),
  'POST /companies/{id}/retire': asClerk(of((s, d) => s.projects.company(d))),
  'GET /projects': asClerk(async (_, d) => ({ query: { county: d.county.id, stage: '2', limit: '20' } })),
  'POST /projects': asClerk(async (s, d) => ({
    body: {
      ...{ name: s.nameOf(d, `片区${s.next()}改造`), year: 2020, compoundIds: [(await s.compound(d)).id] },
      ...{ renovationType: 'basic', entityKind: 'countyBureau' },
    },
  })),
  'GET /projects/{id}': asClerk(of((s, d) => s.projects.project(d))),
  'PATCH /projects/{id}': asClerk(async (s, d) => ({
    params: idOf(await s.projects.project(d)),
    version: 1,
    body: { estimate: '418000.00', newLand: false, renovationType: null },
  })),
  'GET /projects/{id}/completions': asClerk(of((s, d) => s.projects.project(d))),
  'POST /projects/{id}/completions': asClerk(async (s, d) => {
    const { id, compoundId, buildingId } = await s.projects.contract(d);
    const photo = async () => s.projects.filed(id, await s.picture(d));
    const photos = { beforeFileId: await photo(), photoFileId: await photo() };
    const items = [{ compoundId, buildingId, item: 'B-R01' }];
    return { params: { id }, body: { completedOn: '2020-04-01', note: '验收合格', ...photos, items } };
  }),
  'POST /projects/{id}/completions/{completionId}/retire': asClerk(async (s, d) => ({
    params: { ...(await s.projects.completion(d)) },
    body: WHY,
  })),
  'PATCH /projects/{id}/compounds': asClerk(async (s, d) => ({
    params: idOf(await s.projects.project(d)),
    version: 1,
    body: { add: [(await s.compound(d)).id], remove: [], reason: '集中连片' },
  })),
  'GET /projects/{id}/contracts': asClerk(of((s, d) => s.projects.project(d))),
  'POST /projects/{id}/contracts': asClerk(async (s, d) => {
    const { id } = await s.projects.project(d);
    const fileId = await s.projects.filed(id, await s.file(d));
    return { params: { id }, body: { ...contractBody((await s.projects.company(d)).id, `施-${s.next()}`), fileId } };
  }),
  'PATCH /projects/{id}/contracts/{contractId}': asClerk(async (s, d) => {
    const { id, companyId, contract } = await s.projects.contract(d);
    const body = { ...contractBody(companyId, `补-${s.next()}`), endOn: null };
    return { params: { id, contractId: contract.id }, version: contract.version, body };
  }),
  'POST /projects/{id}/contracts/{contractId}/end': asClerk(async (s, d) => {
    const { id, contract } = await s.projects.contract(d);
    return { params: { id, contractId: contract.id }, version: contract.version, body: WHY };
  }),
  'GET /projects/{id}/events': asClerk(of((s, d) => s.projects.project(d))),
  'GET /projects/{id}/findings': asClerk(of((s, d) => s.projects.project(d))),
  'POST /projects/{id}/findings': asClerk(async (s, d) => {
    const { id, compoundId } = await s.projects.project(d);
    return {
      params: { id },
      body: {
        ...{ compoundId, kind: 'safety', grade: 'grave', item: 'C-R07', place: '大门', content: '脚手架无验收' },
        ...{ responsible: '施工单位', inspectedOn: '2020-04-01', limitOn: '2020-04-03' },
        photoFileId: await s.projects.filed(id, await s.picture(d)),
      },
    };
  }),
  'POST /projects/{id}/findings/{findingId}/recheck': asClerk(async (s, d) => {
    const { id, finding } = await s.projects.rectified(d);
    const body = { passed: false, recheckedOn: '2020-04-06', note: '仍有缺漏' };
    return { params: { id, findingId: finding.id }, version: finding.version, body };
  }),
  'POST /projects/{id}/findings/{findingId}/rectify': asClerk(async (s, d) => {
    const { id, finding } = await s.projects.finding(d);
    const body = {
      rectifiedOn: '2020-04-05',
      rectification: '已返工',
      fileId: await s.projects.filed(id, await s.picture(d)),
    };
    return { params: { id, findingId: finding.id }, version: finding.version, body };
  }),
  'GET /projects/{id}/funding': asClerk(of((s, d) => s.projects.project(d))),
  'POST /projects/{id}/funding': asClerk(async (s, d) => ({
    params: idOf(await s.projects.project(d)),
    body: { source: 'residents', kind: 'selfRaised', payer: '全体业主', amount: '88000.00', note: null },
  })),
  'PATCH /projects/{id}/funding/{lineId}': asClerk(async (s, d) => {
    const { id, line } = await s.projects.funding(d);
    const body = { source: 'central', amount: '500.01' };
    return { params: { id, lineId: line.id }, version: line.version, body };
  }),
  'POST /projects/{id}/funding/{lineId}/retire': asClerk(async (s, d) => {
    const { id, line } = await s.projects.funding(d);
    return { params: { id, lineId: line.id }, version: line.version, body: WHY };
  }),
  'GET /projects/{id}/parties': asClerk(of((s, d) => s.projects.project(d))),
  'POST /projects/{id}/parties': asClerk(async (s, d) => ({
    params: idOf(await s.projects.project(d)),
    body: { kind: 'construction', companyId: (await s.projects.company(d)).id, person: '何伟' },
  })),
  'POST /projects/{id}/parties/{partyId}/end': asClerk(async (s, d) => {
    const { id, party } = await s.projects.party(d);
    return { params: { id, partyId: party.id } };
  }),
  'GET /projects/{id}/people': asClerk(of((s, d) => s.projects.project(d))),
  'POST /projects/{id}/people': asClerk(async (s, d) => ({
    params: idOf(await s.projects.project(d)),
    body: { accountId: await s.projects.account(d) },
  })),
  'POST /projects/{id}/people/{accountId}/end': asClerk(async (s, d) => ({
    params: { ...(await s.projects.named(d)) },
  })),
  'POST /projects/{id}/status': asClerk(async (s, d) => ({
    params: idOf(await s.projects.project(d)),
    version: 1,
    body: { act: 'suspend', documentNo: '禄住建〔2020〕5号', documentOn: '2020-05-01', reason: '资金未落实' },
  })),
};
