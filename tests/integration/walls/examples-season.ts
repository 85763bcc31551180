import type { CardState } from '@/lib/domain/scorecards/season/types';
import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { bonusRow, cardRow, disputeRow, proofRow, restLines, submitRow } from '../../support/season-rows';
import { asBureau, asClerk, type Make, WHY } from './make';

const placeOf = (d: Side) => ({ prefectureId: d.prefectureId, county: d.county, account: d.clerkId });
const card = (s: Stage, d: Side, status: Exclude<CardState, 'final'>, more?: Parameters<typeof cardRow>[3]) =>
  cardRow(s.world.owner, placeOf(d), status, more);

/** About a card at a step: its own version is that of the whole card. */
const at =
  (status: Exclude<CardState, 'final'>, body?: Record<string, unknown>, version?: number) =>
  async (s: Stage, d: Side) => ({ params: { id: (await card(s, d, status)).id }, body, version });

const season =
  (status: Exclude<CardState, 'final'>, body: (s: Stage, d: Side) => Record<string, unknown>, version?: number) =>
  async (s: Stage, d: Side) => {
    const { seasonId: id } = await card(s, d, status, { until: '-1' });
    return { params: { id }, version, body: body(s, d) };
  };

/** Of a season of the scorecard: one example for every operation. */
export const SEASON_EXAMPLES: Record<string, Make> = {
  'GET /scorecards/seasons': asClerk(async (s, d) => {
    await card(s, d, 'open');
    return { query: { year: '2020' } };
  }),
  'POST /scorecards/seasons': asBureau(async (s, d) => {
    await s.year(d);
    const file = await s.file(d, d.bureau);
    const note = `${d.wideMark ?? ''}第${s.next()}次考核`;
    return {
      body: { year: s.lastYearNumber(), selfDueOn: s.today, documentNo: '楚住建考〔2020〕1号', fileId: file.id, note },
    };
  }),
  // every county of the prefecture opens its season; another prefecture's is not there
  'GET /scorecards/seasons/{id}': asBureau(async (s, d) => ({
    params: { id: (await card(s, d, 'reviewed')).seasonId },
  })),
  'PUT /scorecards/seasons/{id}/due': asBureau(
    season('open', () => ({ selfDueOn: '2090-02-01', reason: '系统停机' }), 1),
  ),
  'POST /scorecards/seasons/{id}/comments': asBureau(async (s, d) => ({
    params: { id: (await card(s, d, 'reviewed')).seasonId },
    body: {
      ...{ countyId: d.county.id, kind: 'department', who: '州财政局', text: '无意见' },
      fileId: (await s.file(d, d.bureau)).id,
    },
  })),
  'POST /scorecards/seasons/{id}/deliberation': asBureau(season('reviewed', () => ({ opinion: '同意复核结果' }), 1)),
  'POST /scorecards/seasons/{id}/final': asBureau(
    season('deliberated', (s) => ({ documentNo: '楚政复〔2020〕8号', documentOn: s.today, fileId: null }), 1),
  ),
  'POST /scorecards/seasons/{id}/sanctions': asBureau(
    season('submitted', (s, d) => ({
      ...{ countyId: d.county.id, kind: 'falsified', facts: '虚报完工', documentNo: '楚住建通〔2020〕1号' },
      ...{ documentOn: s.today, fileId: null },
    })),
  ),
  'GET /scorecards/{id}': asClerk(at('reviewed')),
  'PUT /scorecards/{id}/lines': asClerk(at('open', { criterion: '1.1', points: '0.50', reason: '少报' }, 0)),
  'PUT /scorecards/{id}/deliberation': asBureau(
    at('reviewed', { criterion: '1.1', points: '0.50', reason: '部门意见' }, 0),
  ),
  'PUT /scorecards/{id}/report': asClerk(
    at('open', { summary: '工作总结', problems: '资金不足', nextSteps: '加快推进' }, 1),
  ),
  'POST /scorecards/{id}/submission': asClerk(at('open', undefined, 1)),
  'POST /scorecards/{id}/taking-in': asBureau(async (s, d) => ({
    params: { id: (await card(s, d, 'open', { due: '2000-01-01' })).id },
    ...{ body: WHY, version: 1 },
  })),
  'POST /scorecards/{id}/return': asBureau(at('submitted', WHY, 1)),
  'POST /scorecards/{id}/proofs': asClerk(async (s, d) => ({
    params: { id: (await card(s, d, 'open')).id },
    body: { criterion: '10.1', bonusId: null, fileId: (await s.file(d)).id, title: '改造前后照片', note: null },
  })),
  'POST /scorecards/{id}/proofs/{proofId}/retire': asClerk(async (s, d) => {
    const { id } = await card(s, d, 'open');
    return {
      params: { id, proofId: await proofRow(s.world.owner, id, placeOf(d), (await s.file(d)).id) },
      body: WHY,
    };
  }),
  'PUT /scorecards/{id}/opinions': asBureau(
    at('submitted', { criterion: '1.1', agrees: false, points: '0.50', reason: '摸底不全' }, 0),
  ),
  'PUT /scorecards/{id}/review': asBureau(at('submitted', { criterion: '1.1', points: '0.50', reason: '摸底不全' }, 0)),
  'POST /scorecards/{id}/review': asBureau(async (s, d) => {
    const { id } = await card(s, d, 'submitted');
    await restLines(s.world.owner, id, placeOf(d));
    return { params: { id }, version: 1 };
  }),
  'POST /scorecards/{id}/review/rest': asBureau(at('submitted', WHY, 1)),
  'POST /scorecards/{id}/site-checks': asBureau(async (s, d) => ({
    params: { id: (await card(s, d, 'submitted')).id },
    body: {
      ...{ criterion: '10.1', checkedOn: s.today, place: '文化路', participants: '住建、财政', found: '外墙已完工' },
      photoIds: [(await s.file(d, d.bureau)).id],
    },
  })),
  'POST /scorecards/{id}/disputes': asClerk(async (s, d) => ({
    params: { id: (await card(s, d, 'reviewed')).id },
    body: { criterion: '1.1', reasons: '资料已补充', fileId: (await s.file(d)).id },
  })),
  'POST /scorecards/{id}/disputes/{disputeId}/answer': asBureau(async (s, d) => {
    const { id } = await card(s, d, 'reviewed');
    return {
      params: { id, disputeId: await disputeRow(s.world.owner, id, placeOf(d)) },
      ...{ body: { upheld: true, points: '0.50', reason: '属实' }, version: 1 },
    };
  }),
  'POST /scorecards/{id}/bonus': asClerk(at('open', { title: '创新做法', what: '全州推广', points: '2.00' })),
  'POST /scorecards/{id}/bonus/{bonusId}/retire': asClerk(async (s, d) => {
    const { id } = await card(s, d, 'open');
    return { params: { id, bonusId: await bonusRow(s.world.owner, id, placeOf(d)) }, body: WHY, version: 1 };
  }),
  'POST /scorecards/{id}/bonus/{bonusId}/decision': asBureau(async (s, d) => {
    const { id } = await cardRow(s.world.owner, placeOf(d), 'open');
    const bonusId = await bonusRow(s.world.owner, id, placeOf(d));
    await submitRow(s.world.owner, id, placeOf(d));
    return { params: { id, bonusId }, body: { points: '1.50', reason: '影响有限' }, version: 1 };
  }),
  'PUT /scorecards/{id}/vetoes': asBureau(
    at(
      'submitted',
      { ground: 'complaints', verdict: 'doesNotApply', reason: '不多', documentNo: null, fileId: null },
      0,
    ),
  ),
};
