import * as outagesRoute from '@/app/api/v1/outages/route';
import * as summaryRoute from '@/app/api/v1/progress/[month]/summary/route';
import * as completionsRoute from '@/app/api/v1/projects/[id]/completions/route';
import * as milestonesRoute from '@/app/api/v1/projects/[id]/milestones/route';
import * as acceptRoute from '@/app/api/v1/projects/[id]/reports/[month]/accept/route';
import * as correctionsRoute from '@/app/api/v1/projects/[id]/reports/[month]/corrections/route';
import * as submitRoute from '@/app/api/v1/projects/[id]/reports/[month]/submit/route';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { asBureau, asClerk, type Make, WHY } from './make';

const MONTH = '2020-05';
const SIGNED = { filler: '李梅', reviewer: '王强', signer: '张局' };
const if_ = (version: number) => ({ 'if-match': `"${version}"` });
const nothing = { investment: '5000.00', people: 3, problems: null, items: [], photos: [] };

async function sent(s: Stage, d: Side) {
  const { id } = await s.projects.contract(d);
  const params = { id, month: MONTH };
  const report = await s.post<ReportAnswer>(d.clerk, submitRoute, nothing, { params, headers: if_(0) });
  return { params, version: report.version };
}

async function accepted(s: Stage, d: Side) {
  const { params, version } = await sent(s, d);
  const report = await s.post<ReportAnswer>(d.bureau, acceptRoute, undefined, { params, headers: if_(version) });
  return { params, version: report.version };
}

async function asked(s: Stage, d: Side) {
  const { params, version } = await accepted(s, d);
  const body = { reason: '人数填错' };
  const report = await s.post<ReportAnswer>(d.clerk, correctionsRoute, body, { params, headers: if_(version) });
  return { params: { ...params, correctionId: report.corrections[0]?.id ?? '' }, version: report.version };
}

const start = (compoundId: string) => ({ kind: 'start', compoundId, actualOn: '2020-03-05', statedOn: '2020-03-06' });

async function started(s: Stage, d: Side) {
  const { id, compoundId } = await s.projects.contract(d);
  const made = await s.post<{ id: string; version: number }>(d.clerk, milestonesRoute, start(compoundId), {
    params: { id },
  });
  return { params: { id, milestoneId: made.id }, version: made.version };
}

const down = (s: Stage) => {
  const day = String((s.next() % 28) + 1).padStart(2, '0');
  const year = 2000 + (s.next() % 20);
  return { from: `${year}-04-${day}T08:00:00+08:00`, to: `${year}-04-${day}T09:00:00+08:00`, reason: '机房停电' };
};

/** A month in which only this project reports: it is summed up at once. */
async function alone(s: Stage, d: Side) {
  const n = s.next();
  const month = `${1900 + (Math.floor(n / 12) % 100)}-${String((n % 12) + 1).padStart(2, '0')}`;
  const { id } = await s.projects.contract(d);
  await s.world.owner.query(
    `UPDATE contract SET start_on = '1900-01-01', signed_on = '1900-01-01' WHERE project_id = $1`,
    [id],
  );
  const params = { id, month };
  const report = await s.post<ReportAnswer>(d.clerk, submitRoute, nothing, { params, headers: if_(0) });
  await s.post(d.bureau, acceptRoute, undefined, { params, headers: if_(report.version) });
  return month;
}

/** One for every operation of monthly reports, starts, completions, summaries and outages. */
export const PROGRESS_EXAMPLES: Record<string, Make> = {
  'POST /county-months/{id}/decide': asBureau(async (s, d) => {
    const month = await alone(s, d);
    const made = await s.post<{ id: string; version: number }>(d.clerk, summaryRoute, SIGNED, { params: { month } });
    return {
      params: { id: made.id },
      version: made.version,
      body: { accept: false, material: true, remark: '投资额有误' },
    };
  }),
  'GET /outages': asClerk(async () => ({})),
  'POST /outages': asBureau(async (s) => ({ body: down(s) })),
  'POST /outages/{id}/retire': asBureau(async (s, d) => {
    const { id } = await s.post<{ id: string }>(d.bureau, outagesRoute, down(s));
    return { params: { id }, body: WHY };
  }),
  'GET /progress': asClerk(async (_, d) => ({ query: { county: d.county.id, month: MONTH } })),
  'POST /progress/{month}/summary': asClerk(async (s, d) => ({ params: { month: await alone(s, d) }, body: SIGNED })),
  'GET /projects/{id}/milestones': asClerk(async (s, d) => ({ params: { id: (await s.projects.project(d)).id } })),
  'POST /projects/{id}/milestones': asClerk(async (s, d) => {
    const { id, compoundId } = await s.projects.contract(d);
    return { params: { id }, body: { ...start(compoundId), note: '开工令' } };
  }),
  'POST /projects/{id}/milestones/{milestoneId}/decide': asBureau(async (s, d) => ({
    ...(await started(s, d)),
    body: { accept: false, material: false, remark: '补开工令' },
  })),
  'GET /projects/{id}/reports': asClerk(async (s, d) => ({ params: { id: (await s.projects.project(d)).id } })),
  'GET /projects/{id}/reports/{month}': asClerk(async (s, d) => ({ params: (await sent(s, d)).params })),
  'PUT /projects/{id}/reports/{month}': asClerk(async (s, d) => {
    const { id, compoundId } = await s.projects.contract(d);
    const done = { completedOn: '2020-04-01', items: [{ compoundId, item: 'C-R07' }] };
    await s.post(d.clerk, completionsRoute, done, { params: { id } });
    const items = [{ compoundId, buildingId: null, item: 'C-R07', percent: 100, backReason: null }];
    const photos = [await s.projects.filed(id, await s.picture(d))];
    return { params: { id, month: MONTH }, version: 0, body: { ...nothing, items, photos } };
  }),
  'POST /projects/{id}/reports/{month}/accept': asBureau(sent),
  'POST /projects/{id}/reports/{month}/corrections': asClerk(async (s, d) => ({
    ...(await accepted(s, d)),
    body: { reason: '人数填错' },
  })),
  'POST /projects/{id}/reports/{month}/corrections/{correctionId}/answer': asBureau(async (s, d) => ({
    ...(await asked(s, d)),
    body: { granted: true, note: '请于本周内更正' },
  })),
  'POST /projects/{id}/reports/{month}/return': asBureau(async (s, d) => ({
    ...(await sent(s, d)),
    body: { material: false, remarks: [{ field: 'people', text: '请核对人数' }] },
  })),
  'POST /projects/{id}/reports/{month}/submit': asClerk(async (s, d) => ({
    params: { id: (await s.projects.contract(d)).id, month: MONTH },
    version: 0,
    body: nothing,
  })),
};
