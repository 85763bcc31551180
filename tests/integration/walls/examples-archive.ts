import * as opinions from '@/app/api/v1/projects/[id]/acceptances/[acceptanceId]/opinions/route';
import * as acceptances from '@/app/api/v1/projects/[id]/acceptances/route';
import * as aftercare from '@/app/api/v1/projects/[id]/aftercare/route';
import * as handover from '@/app/api/v1/projects/[id]/handover/route';
import * as papers from '@/app/api/v1/projects/[id]/papers/route';
import type { AcceptanceView } from '@/lib/domain/acceptance/answers';
import type { ProjectAftercare } from '@/lib/domain/aftercare/answers';
import type { PaperView } from '@/lib/domain/archive/answers';
import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { projectAt } from '../../support/stage-project';
import { insert } from '../../support/world';
import { asClerk, type Make, WHY } from './make';

const built = (s: Stage, d: Side) => projectAt(s.world, 9, 'complete', d);
const heldOn = '2020-06-10';
const numbered = { documentNo: '禄住建〔2020〕8号', issuedOn: heldOn, issuer: '禄丰市住建局' };

async function paper(s: Stage, d: Side, kind = 'finalAccount') {
  const project = await built(s, d);
  const body = { kind, fileId: (await s.file(d)).id, title: s.nameOf(d, '决算'), ...numbered };
  const made = await s.post<PaperView>(d.clerk, papers, body, { params: { id: project.id } });
  return { id: project.id, paperId: made.id };
}

async function attempt(s: Stage, d: Side) {
  const { id } = await built(s, d);
  const made = await s.post<AcceptanceView>(d.clerk, acceptances, { heldOn, place: '小区门口' }, { params: { id } });
  return { id, acceptanceId: made.id, version: made.version };
}

const opinion = async (s: Stage, d: Side) => ({
  party: 'town',
  name: s.nameOf(d, '金山镇'),
  person: '孙平',
  opinion: 'conditions',
  remarks: '补齐路灯',
  fileId: (await s.file(d)).id,
});

async function said(s: Stage, d: Side) {
  const { version, ...params } = await attempt(s, d);
  const headers = { 'if-match': `"${version}"` };
  const made = await s.post<AcceptanceView>(d.clerk, opinions, await opinion(s, d), { params, headers });
  return { params: { ...params, opinionId: made.opinions[0]?.id ?? '' }, version: made.version };
}

async function accepted(s: Stage, d: Side) {
  const project = await built(s, d);
  const of = { project_id: project.id, county_id: d.county.id };
  const concluded = { status: 'passed', concluded_at: new Date(), concluded_by: d.clerkId, created_by: d.clerkId };
  await insert(s.world.owner, 'acceptance', { ...of, no: 1, held_on: heldOn, place: '小区', ...concluded });
  const checkId = await insert(s.world.owner, 'aftercare_check', { ...of, months: 6, due_on: '2020-12-10' });
  return { ...project, checkId };
}

const line = (s: Stage, d: Side, compoundId: string) => ({
  ...{ compoundId, item: 'C-R07', what: s.nameOf(d, '小区道路'), warrantyUntil: '2022-06-10' },
  ...{ maintainerKind: 'property', maintainer: '鸿源物业' },
});

async function listed(s: Stage, d: Side) {
  const { id, compoundId } = await accepted(s, d);
  const body = { items: [line(s, d, compoundId)] };
  const made = await s.post<ProjectAftercare>(d.clerk, handover, body, { params: { id } });
  return { params: { id, itemId: made.handover[0]?.id ?? '' }, version: 1 };
}

const versionOf = async (s: Stage, d: Side, id: string) =>
  (await s.ask<ProjectAftercare>(d.clerk, 'GET', aftercare.GET, { params: { id } })).project.version;

const ofProject = (make: (s: Stage, d: Side) => Promise<{ id: string }>): Make =>
  asClerk(async (s, d) => ({ params: { id: (await make(s, d)).id } }));

/** Of papers, acceptance and aftercare: one example for every operation. */
export const ARCHIVE_EXAMPLES: Record<string, Make> = {
  'GET /projects/{id}/papers': ofProject(paper),
  'GET /projects/{id}/package': ofProject(paper),
  'POST /projects/{id}/papers': asClerk(async (s, d) => {
    const { id, compoundId } = await built(s, d);
    const body = { kind: 'finalAudit', title: '审计报告', compoundId, note: '第一稿', ...numbered };
    return { params: { id }, body: { ...body, fileId: (await s.file(d)).id } };
  }),
  'POST /projects/{id}/papers/{paperId}/withdraw': asClerk(async (s, d) => ({ params: await paper(s, d), body: WHY })),
  'GET /projects/{id}/acceptances': ofProject(attempt),
  'POST /projects/{id}/acceptances': asClerk(async (s, d) => ({
    params: { id: (await built(s, d)).id },
    body: { heldOn, place: '小区门口' },
  })),
  'PATCH /projects/{id}/acceptances/{acceptanceId}': asClerk(async (s, d) => {
    const { version, ...params } = await attempt(s, d);
    return { params, version, body: { heldOn: '2020-06-11', place: '活动室' } };
  }),
  'POST /projects/{id}/acceptances/{acceptanceId}/conclude': asClerk(async (s, d) => {
    const { params, version } = await said(s, d);
    const { opinionId, ...of } = params;
    const answers = [{ party: opinionId, answer: '已补齐' }];
    return { params: of, version, body: { outcome: 'failed', conclusion: '路灯未亮', answers } };
  }),
  'GET /projects/{id}/acceptances/{acceptanceId}/opinion-book': asClerk(async (s, d) => {
    const { version: _, ...params } = await attempt(s, d);
    return { params };
  }),
  'POST /projects/{id}/acceptances/{acceptanceId}/opinions': asClerk(async (s, d) => {
    const { version, ...params } = await attempt(s, d);
    return { params, version, body: await opinion(s, d) };
  }),
  'POST /projects/{id}/acceptances/{acceptanceId}/opinions/{opinionId}/retire': asClerk(async (s, d) => ({
    ...(await said(s, d)),
    body: WHY,
  })),
  'PUT /projects/{id}/final-account': asClerk(async (s, d) => {
    const { id } = await accepted(s, d);
    const body = { kind: 'finalAccount', fileId: (await s.file(d)).id, ...numbered };
    await s.post(d.clerk, papers, body, { params: { id } });
    return { params: { id }, version: await versionOf(s, d, id), body: { finalAccount: '418000.00', audited: null } };
  }),
  'GET /projects/{id}/aftercare': ofProject(accepted),
  'PUT /projects/{id}/aftercare/{checkId}': asClerk(async (s, d) => {
    const { id, checkId } = await accepted(s, d);
    const photoFileId = (await s.picture(d)).id;
    const body = { checkedOn: '2020-12-01', result: 'problems', remarks: '雨棚松动', photoFileId };
    return { params: { id, checkId }, version: 1, body };
  }),
  'PUT /projects/{id}/property-service': asClerk(async (s, d) => {
    const { id } = await accepted(s, d);
    const body = { propertyService: '鸿源物业', reason: null };
    return { params: { id }, version: await versionOf(s, d, id), body };
  }),
  'POST /projects/{id}/handover': asClerk(async (s, d) => {
    const { id, compoundId } = await accepted(s, d);
    return { params: { id }, body: { items: [line(s, d, compoundId)] } };
  }),
  'PATCH /projects/{id}/handover/{itemId}': asClerk(async (s, d) => ({
    ...(await listed(s, d)),
    body: { what: '小区道路及路牙', warrantyUntil: null, maintainerKind: 'owners', maintainer: '业主委员会' },
  })),
  'POST /projects/{id}/handover/{itemId}/retire': asClerk(async (s, d) => ({ ...(await listed(s, d)), body: WHY })),
  'GET /projects/{id}/handover/list.docx': asClerk(async (s, d) => ({
    params: { id: (await listed(s, d)).params.id },
  })),
  'GET /projects/{id}/handover/list.xlsx': asClerk(async (s, d) => ({
    params: { id: (await listed(s, d)).params.id },
  })),
};
