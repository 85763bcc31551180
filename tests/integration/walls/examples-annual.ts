import { addAccount, type Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { projectAt } from '../../support/stage-project';
import { insert } from '../../support/world';
import { asBureau, asClerk, type Make, of, WHY } from './make';

type Made = { id: string; version: number };
const one = (id: string): Made => ({ id, version: 1 });

let years = 0;

/** A year of the side's own prefecture that no plan was begun for: each plan has one of its own, out of reach of those that are asked for by number. */
const farYear = ({ world }: Stage, { prefectureId }: Side): Promise<string> => {
  years += 1;
  const year = years <= 99 ? 2100 + years : 1800 + years;
  return insert(world.owner, 'programme_year', {
    ...{ prefecture_id: prefectureId, year, rulebook_id: world.rulebookId, target_share: year > 2100 ? 100 : 0 },
    ...{ start_by: `${year}-02-28`, complete_by: `${year}-06-30` },
  });
};

/** One that a request can name. */
const freshYear = async (s: Stage, d: Side): Promise<{ id: string; year: number }> => {
  const { id } = await s.year(d);
  return { id, year: s.lastYearNumber() };
};

const plan = async (s: Stage, d: Side): Promise<Made & { year: string }> => {
  const year = { id: await farYear(s, d) };
  const row = {
    prefecture_id: d.prefectureId,
    programme_year_id: year.id,
    no: 1,
    title: s.nameOf({ ...d, mark: d.wideMark }, '年度计划'),
  };
  const id = await insert(s.world.owner, 'annual_plan', {
    ...row,
    weights: '{"condition":40,"willingness":40,"mechanism":20}',
    created_by: d.clerkId,
  });
  return { ...one(id), year: year.id };
};

/** With an accepted application for the year of a plan. */
async function planned(s: Stage, d: Side) {
  const made = await plan(s, d);
  const project = await projectAt(s.world, 6, 'complete', d);
  await application(s, d, 'accepted', { projectId: project.id, yearId: made.year });
  await insert(s.world.owner, 'annual_plan_budget', {
    ...{ plan_id: made.id, prefecture_id: d.prefectureId, source: 'central', amount: 500_000_00 },
  });
  return { ...made, projectId: project.id };
}

export async function application(
  s: Stage,
  d: Side,
  status: 'submitted' | 'accepted' = 'submitted',
  of_?: { projectId: string; yearId: string },
): Promise<Made> {
  const projectId = of_?.projectId ?? (await projectAt(s.world, 6, 'complete', d)).id;
  const { rows } = await s.world.owner.query<{ id: string }>(
    `INSERT INTO application (project_id, county_id, programme_year_id, applicant, applied_on, file_id, status, answered_at, created_by)
     SELECT p.id, p.county_id, coalesce($2::uuid, p.programme_year_id), $5, '2020-03-01', f.id, $3, CASE WHEN $3 = 'accepted' THEN anju_now() END, $4
     FROM project p JOIN stored_file f ON f.project_id = p.id WHERE p.id = $1 LIMIT 1 RETURNING id`,
    [projectId, of_?.yearId ?? null, status, d.clerkId, s.nameOf(d, '业主委员会')],
  );
  return one(rows[0]?.id ?? '');
}

/** A report of a year of its own, with a file and a project, as far as is asked. */
async function report(s: Stage, d: Side, status: 'draft' | 'consented' = 'draft'): Promise<Made> {
  const { owner } = s.world;
  const project = await projectAt(s.world, 2, 'complete', d);
  const year = { id: await farYear(s, d) };
  const consent = status === 'draft' ? {} : { consent_no: '政复1号', consent_on: '2020-02-01' };
  const id = await insert(owner, 'feasibility_report', {
    ...{ county_id: d.county.id, programme_year_id: year.id, no: 1, title: s.nameOf(d, '可研报告'), investment: 100 },
    ...{ file_id: project.fileId, file_sha256: 'x', status, ...consent, created_by: d.clerkId },
  });
  await owner.query('UPDATE project SET feasibility_id = $2, programme_year_id = $3 WHERE id = $1', [
    project.id,
    id,
    year.id,
  ]);
  return one(id);
}

/** Who approves there is data of the unit. */
async function approvedBy(s: Stage, d: Side, body: string | null): Promise<Made> {
  await s.world.owner.query('UPDATE unit SET approvers = $2 WHERE id = $1', [
    d.county.id,
    JSON.stringify(body ? { feasibility: body } : {}),
  ]);
  return report(s, d, 'consented');
}

const DOCUMENT = { documentNo: '文〔2020〕1号', documentOn: '2020-03-01' };
const MEMBERS = [{ name: '王丽', post: '局长', unit: '住建局', duty: '办公室主任' }];

/** Of the programme year: one example for every operation. */
export const ANNUAL_EXAMPLES: Record<string, Make> = {
  'GET /annual-plans': asBureau(async () => ({ query: { year: '2020' } })),
  'POST /annual-plans': asBureau(async (s, d) => ({
    body: { year: (await freshYear(s, d)).year, title: '年度实施计划' },
  })),
  'GET /annual-plans/{id}': asBureau(of(planned)),
  'PUT /annual-plans/{id}/budgets': asBureau(async (s, d) => {
    const made = await planned(s, d);
    const budgets = [{ countyId: d.county.id, source: 'central', amount: '1000.00' }];
    const minimum = [{ countyId: d.county.id, minimum: 1 }];
    return { params: { id: made.id }, version: 1, body: { budgets, minimum } };
  }),
  'POST /annual-plans/{id}/confirm': asBureau(of(planned, { title: '年度计划', ...DOCUMENT, reason: null })),
  'GET /annual-plans/{id}/docx': asBureau(of(planned)),
  'PUT /annual-plans/{id}/entries/{projectId}': asBureau(async (s, d) => {
    const { id, projectId } = await planned(s, d);
    return { params: { id, projectId }, version: 1, body: { lock: 'out', reason: '纳入棚改' } };
  }),
  'GET /annual-plans/{id}/list.xlsx': asBureau(of(planned)),
  'POST /annual-plans/{id}/what-if': asBureau(async (s, d) => ({
    params: { id: (await planned(s, d)).id },
    body: { budgets: [{ countyId: d.county.id, source: 'central', amount: '1.00' }], minimum: [] },
  })),
  'GET /applications': asClerk(async (s, d) => {
    await application(s, d);
    return { query: { year: '2020', status: 'submitted', county: d.county.id } };
  }),
  'POST /applications': asClerk(async (s, d) => {
    const projectId = (await projectAt(s.world, 6, 'complete', d)).id;
    const { year } = await freshYear(s, d);
    const told = { applicant: '业主委员会', appliedOn: '2020-03-01', reasons: '屋顶漏水' };
    return { body: { projectId, year, ...told, fileId: (await s.file(d)).id } };
  }),
  'POST /applications/{id}/answer': asClerk(of((s, d) => application(s, d), { verdict: 'returned', reply: '缺签章' })),
  'POST /applications/{id}/withdraw': asClerk(of((s, d) => application(s, d), WHY)),
  'GET /feasibility-reports': asClerk(async (s, d) => {
    await report(s, d);
    return { query: { county: d.county.id } };
  }),
  'POST /feasibility-reports': asClerk(async (s, d) => ({
    body: {
      ...{ year: (await freshYear(s, d)).year, title: '可研报告', summary: '摘要', investment: '1.00' },
      ...{ fileId: (await s.file(d)).id, projectIds: [] },
    },
  })),
  'GET /feasibility-reports/{id}': asClerk(of((s, d) => report(s, d))),
  'PATCH /feasibility-reports/{id}': asClerk(
    of((s, d) => report(s, d), { title: '改了名的报告', summary: null, investment: '5.50' }),
  ),
  'POST /feasibility-reports/{id}/approve': async (s, d) => {
    const { id, version } = await approvedBy(s, d, null);
    const post = { prefectureId: d.prefectureId, countyId: d.county.id, unitId: d.county.id };
    const drc = await addAccount(s.world.owner, `drc.of.${s.next()}`, 'county_drc', post);
    return { who: { cookie: drc.cookie }, accountId: drc.id, params: { id }, version, body: DOCUMENT };
  },
  'POST /feasibility-reports/{id}/consent': asClerk(of((s, d) => report(s, d), DOCUMENT)),
  'POST /feasibility-reports/{id}/record-approval': asClerk(of((s, d) => approvedBy(s, d, '经济发展局'), DOCUMENT)),
  'GET /leading-groups': asClerk(async (_, d) => ({ query: { county: d.county.id } })),
  'POST /leading-groups': asClerk(async (s) => ({
    body: {
      ...{ documentNo: `政〔2031〕${s.next()}号`, documentOn: s.today, head: '李县长', headPost: '县长' },
      members: MEMBERS,
    },
  })),
  'GET /ranking': asBureau(async () => ({ query: { year: '2020' } })),
};
