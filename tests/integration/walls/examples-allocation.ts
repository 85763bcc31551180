import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { projectAt, type StageProject } from '../../support/stage-project';
import { insert } from '../../support/world';
import { asBureau, asClerk, idOf, type Make } from './make';

const MONEY = { source: 'local', kind: 'prefecture', earmark: 'general' };
const ROW = { source: MONEY.source, fund_kind: MONEY.kind, earmark: MONEY.earmark };
const no = (s: Stage) => `财建〔2020〕${s.next()}号`;

interface Made {
  id: string;
  version: number;
  project: StageProject;
  lineId: string;
  yearId: string;
  year: number;
}

async function yearOf(s: Stage, projectId: string): Promise<{ yearId: string; year: number }> {
  const { rows } = await s.world.owner.query<{ yearId: string; year: number }>(
    'SELECT y.id AS "yearId", y.year FROM project p JOIN programme_year y ON y.id = p.programme_year_id WHERE p.id = $1',
    [projectId],
  );
  return rows[0] ?? { yearId: '', year: 0 };
}

/** A draft that gives a project of the side a hundred yuan. */
async function draft(s: Stage, d: Side): Promise<Made> {
  const { owner } = s.world;
  const project = await projectAt(s.world, 6, 'complete', d);
  const year = await yearOf(s, project.id);
  const id = await insert(owner, 'fund_batch', {
    ...{ prefecture_id: d.prefectureId, programme_year_id: year.yearId, document_no: no(s), document_on: '2020-03-01' },
    ...{ title: s.nameOf(d, '下达资金'), ...ROW, total: 100_00, created_by: d.clerkId },
  });
  const lineId = await insert(owner, 'fund_batch_line', {
    ...{ batch_id: id, county_id: d.county.id, project_id: project.id, amount: 100_00, created_by: d.clerkId },
  });
  return { id, version: 1, project, lineId, ...year };
}

/** The same, issued: in the books and in the county's sight. */
async function issued(s: Stage, d: Side): Promise<Made> {
  const { owner } = s.world;
  const made = await draft(s, d);
  await insert(owner, 'ledger_entry', {
    ...{
      county_id: d.county.id,
      project_id: made.project.id,
      programme_year_id: made.yearId,
      kind: 'allocated',
      ...ROW,
    },
    ...{ amount: 100_00, entry_on: '2020-03-01', voucher_no: no(s), batch_line_id: made.lineId, created_by: d.clerkId },
  });
  await owner.query(`UPDATE fund_batch SET status = 'issued', issued_at = anju_now(), issued_by = $2 WHERE id = $1`, [
    made.id,
    d.clerkId,
  ]);
  return made;
}

/** Money in the county's pool, and a project that may have it. */
async function pooled(s: Stage, d: Side) {
  const project = await projectAt(s.world, 6, 'complete', d);
  const year = await yearOf(s, project.id);
  await insert(s.world.owner, 'ledger_entry', {
    ...{ county_id: d.county.id, programme_year_id: year.yearId, kind: 'allocated', ...ROW, amount: 100_00 },
    ...{ entry_on: '2020-03-01', voucher_no: no(s), created_by: d.clerkId },
  });
  return { project, ...year };
}

const of = async (made: Promise<Made>) => {
  const { id, version } = await made;
  return { params: { id }, version };
};

/** Of allocation: one example for every operation. */
export const ALLOCATION_EXAMPLES: Record<string, Make> = {
  'GET /funds/batches': asBureau(async () => ({ query: { year: '2020' } })),
  'POST /funds/batches': asBureau(async (s, d) => {
    const { year } = await yearOf(s, (await projectAt(s.world, 6, 'complete', d)).id);
    const document = { documentNo: no(s), documentOn: '2020-03-01', title: '下达资金' };
    return { body: { year, ...document, ...MONEY, total: '100.00', fileId: null } };
  }),
  'GET /funds/batches/{id}': asBureau((s, d) => of(issued(s, d))),
  'PATCH /funds/batches/{id}': asBureau(async (s, d) => ({
    ...(await of(draft(s, d))),
    body: {
      documentNo: no(s),
      documentOn: '2020-03-02',
      title: '改了名的批次',
      ...MONEY,
      total: '50.00',
      fileId: null,
    },
  })),
  'GET /funds/batches/{id}/docx': asBureau((s, d) => of(issued(s, d))),
  'POST /funds/batches/{id}/discard': asBureau((s, d) => of(draft(s, d))),
  'POST /funds/batches/{id}/issue': asBureau((s, d) => of(draft(s, d))),
  'PUT /funds/batches/{id}/lines': asBureau(async (s, d) => {
    const { id, version, project } = await draft(s, d);
    const line = { countyId: d.county.id, projectId: project.id, reward: true, amount: '60.00', note: '第一批' };
    return { params: { id }, version, body: { lines: [line] } };
  }),
  'POST /funds/batches/{id}/lines/{lineId}/reverse': asBureau(async (s, d) => {
    const { id, lineId } = await issued(s, d);
    return { params: { id, lineId }, body: { entryOn: '2020-04-01', voucherNo: no(s), note: '附表有误' } };
  }),
  'POST /funds/batches/{id}/suggest': asBureau(async (s, d) => ({
    params: idOf(await draft(s, d)),
    body: { amount: '60.00' },
  })),
  'GET /funds/idle': asClerk(async (_, d) => ({
    query: { county: d.county.id, year: '2020', source: 'central', place: 'project', page: '1' },
  })),
  'GET /funds/pace': asClerk(async (_, d) => ({ query: { county: d.county.id } })),
  'GET /funds/pool': asClerk(async () => ({ query: { year: '2020' } })),
  'POST /funds/pool/assign': asClerk(async (s, d) => {
    const { project, year } = await pooled(s, d);
    const paper = { assignedOn: '2020-04-01', documentNo: no(s), note: '第一批' };
    return { body: { year, ...MONEY, ...paper, lines: [{ projectId: project.id, amount: '60.00' }] } };
  }),
  'GET /funds/shortages': asClerk(async (_, d) => ({
    query: { county: d.county.id, year: '2020', kind: 'gap', page: '1' },
  })),
  'GET /funds/watch.xlsx': asClerk(async (_, d) => ({ query: { county: d.county.id, year: '2020' } })),
};
