import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { projectAt } from '../../support/stage-project';
import { insert } from '../../support/world';
import { asBureau, asClerk, type Make, of, WHY } from './make';

type Made = { id: string; version: number };
const no = (s: Stage) => `楚住建督〔2020〕${s.next()}号`;
const link = (s: Stage) => `https://www.yn.gov.cn/${s.next()}.html`;

/** Begun and due on the stage's own day, so that it waits whenever it is asked about. */
async function notice(s: Stage, d: Side, status: 'issued' | 'answered' = 'issued'): Promise<Made> {
  const { owner } = s.world;
  const project = await projectAt(s.world, 8, 'complete', d);
  const id = await insert(owner, 'supervision', {
    ...{ prefecture_id: d.prefectureId, county_id: d.county.id, document_no: no(s), issued_on: s.today },
    ...{ title: s.nameOf(d, '督办通知'), demand: '限期整改', first_limit_on: s.today, limit_on: s.today, status },
    ...{ answered_at: status === 'answered' ? s.today : null, created_by: d.clerkId },
  });
  await owner.query(
    'INSERT INTO supervision_project (supervision_id, project_id, county_id, facts) VALUES ($1, $2, $3, $4)',
    [
      ...[id, project.id, d.county.id],
      JSON.stringify({ stage: 8, status: 'active', year: 2020, compounds: 1, findingsOpen: 0 }),
    ],
  );
  await insert(owner, 'supervision_event', {
    ...{ supervision_id: id, county_id: d.county.id, kind: 'issued', created_by: d.clerkId },
  });
  return { id, version: 1 };
}

/** A day later than the one that stands. */
const NEXT = '2090-01-01';

/** One that is there: of those that a request can name there are only so many. */
async function someYear(s: Stage, d: Side): Promise<Made> {
  const { rows } = await s.world.owner.query<{ id: string }>(
    'SELECT id FROM programme_year WHERE prefecture_id = $1 ORDER BY year LIMIT 1',
    [d.prefectureId],
  );
  return rows[0] ? { id: rows[0].id, version: 1 } : s.year(d);
}

async function filed(s: Stage, d: Side): Promise<Made> {
  const year = await someYear(s, d);
  const [address, title] = [link(s), s.nameOf(d, '新闻')];
  const id = await insert(s.world.owner, 'news', {
    ...{ county_id: d.county.id, programme_year_id: year.id, kind: 'progress', level: 'county', title },
    ...{ title_key: address, happened_on: '2020-03-02', link: address, link_key: address, created_by: d.clerkId },
  });
  return { id, version: 1 };
}

/** Of 督办 and 新闻信息: one example for every operation. */
export const SUPERVISION_EXAMPLES: Record<string, Make> = {
  'GET /news': asClerk(async (s, d) => {
    await filed(s, d);
    return { query: { county: d.county.id, kind: 'progress', limit: '20' } };
  }),
  'POST /news': asClerk(async (s, d) => {
    const { id } = await s.file(d);
    return {
      body: {
        ...{
          year: 2020,
          kind: 'progress',
          level: 'county',
          title: `推进情况第${s.next()}期`,
          happenedOn: '2020-03-02',
        },
        ...{ medium: 'bulletin', outlet: '住建信息', link: link(s), fileId: id, summary: '开工情况' },
        ...{ documentNo: null, issuer: null, place: null, participants: null },
      },
    };
  }),
  'GET /news/counts': asClerk(async (_, d) => ({ query: { county: d.county.id, year: '2020' } })),
  'POST /news/{id}/withdraw': asClerk(of(filed, WHY)),
  'GET /supervision': asBureau(async (_, d) => ({ query: { county: d.county.id, status: 'waiting' } })),
  'POST /supervision': asBureau(async (s, d) => ({
    body: {
      ...{ countyId: d.county.id, documentNo: no(s), issuedOn: s.today, title: '关于限期开工的督办通知' },
      ...{ why: '进度落后', demand: '月底前开工', limitOn: s.today },
      projectIds: [(await projectAt(s.world, 8, 'complete', d)).id],
    },
  })),
  'GET /supervision/{id}': asBureau(of((s, d) => notice(s, d))),
  'POST /supervision/{id}/answer': asClerk(async (s, d) => {
    const { id, version } = await notice(s, d);
    return { params: { id }, version, body: { done: '已开工', statedOn: s.today, fileId: (await s.file(d)).id } };
  }),
  'POST /supervision/{id}/close': asBureau(of((s, d) => notice(s, d, 'answered'), { opinion: '同意办结' })),
  'GET /supervision/{id}/docx': asBureau(of((s, d) => notice(s, d))),
  'POST /supervision/{id}/prolong': asBureau(of((s, d) => notice(s, d), { limitOn: NEXT, reason: '雨季' })),
  'POST /supervision/{id}/remind': asBureau(of((s, d) => notice(s, d), { note: '请抓紧' })),
  'POST /supervision/{id}/return': asBureau(
    of((s, d) => notice(s, d, 'answered'), { reason: '没有附件', limitOn: NEXT }),
  ),
  'POST /supervision/{id}/withdraw': asBureau(of((s, d) => notice(s, d), WHY)),
};
