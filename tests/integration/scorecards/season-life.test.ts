import { afterAll, beforeAll, expect, test } from 'vitest';
import * as tasks from '@/app/api/v1/tasks/route';
import type { ScorecardAnswer, SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { asking, type Json } from '../../support/asking';
import { clockAt } from '../../support/clock';
import { fileRow, type ProjectMade, projectRow } from '../../support/project-rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';
import {
  codes,
  criterion,
  type Ground,
  good,
  look,
  office,
  opened,
  reviewed,
  SUMMARY,
  submitted,
  targets,
} from './season-ground';

/** One season from its opening to the consent, step after step, in the names of all who take part. */
let world: World;
let ground: Ground;
let project: ProjectMade;
const desk = office(() => world);
const bureau = 'prefectureBureau';
const clerk = 'lufengClerk';
beforeAll(async () => {
  world = await makeWorld();
  project = await projectRow(world, { stage: 11, compounds: 2 });
  await targets(world, project, { lufeng: 3, shuangbai: 0 });
  ground = await opened(world, desk);
});
afterAll(() => world.end());

const lufeng = (as: Person = bureau): Promise<ScorecardAnswer> => look(desk, as, ground.lufeng);
const scored = async (as: Person): Promise<Json[]> =>
  (await asking(() => world)('GET', tasks.GET, as, {})).json.items.filter(({ kind }: Json) => /^scorecard/.test(kind));

test('opening gives every county a card, with its task and its day', async () => {
  expect(ground.season).toMatchObject({ year: 2020, status: 'open', selfDueOn: '2020-12-20', results: [] });
  expect(ground.season.cards.map(({ county, status }) => [county.name, status])).toEqual([
    ['禄丰市', 'open'],
    ['双柏县', 'open'],
  ]);
  expect(await scored(clerk)).toMatchObject([
    {
      ...{ kind: 'scorecardSelf', dueOn: '2020-12-20', daysLeft: 19, params: { year: 2020 } },
      href: `/scorecards/${world.lufeng.id}/season?year=2020`,
    },
  ]);
  expect(await scored(bureau)).toEqual([]);
  const again = await desk.open(bureau, { year: 2020, selfDueOn: '2020-11-30' });
  expect(again.status).toBe(422);
  expect(codes(again)).toEqual(['duePast', 'openedAlready']);
  expect(codes(await desk.open(bureau, { year: 2033, selfDueOn: '2020-12-20' }))).toEqual(['annual.yearUnknown']);
});

test('the county claims with reason and proof; its records stand beside it', async () => {
  const before = await lufeng(clerk);
  expect(criterion(before, '1.1')).toMatchObject({
    values: { self: 100, review: null, deliberation: null },
    difference: 0,
  });
  expect(before.totals).toMatchObject({ review: null, deliberation: null });
  const claimed = good<ScorecardAnswer>(
    await desk.self(clerk, ground.lufeng, 0, { criterion: '10.1', points: '5', reason: null }),
  );
  expect(criterion(claimed, '10.1')).toMatchObject({
    values: { computed: 0, self: 500 },
    self: { points: 500, version: 1 },
  });
  const bare = await desk.submit(clerk, ground.lufeng, claimed.version);
  expect(codes(bare)).toEqual(['proofMissing', 'summaryMissing']);
  const photo = await fileRow(world, clerk, { name: '改造前后对比.pdf' });
  const proved = good<ScorecardAnswer>(
    await desk.prove(clerk, ground.lufeng, { criterion: '10.1', fileId: photo.id, title: '改造前后对比' }),
  );
  expect(criterion(proved, '10.1').proofs).toMatchObject([
    { title: '改造前后对比', file: { id: photo.id }, retired: null },
  ]);
  const bonus = good<ScorecardAnswer>(
    await desk.bonus(clerk, ground.lufeng, { title: '全国试点', what: '列入住建部联系点', points: '3.50' }),
  );
  const [entry] = bonus.bonus;
  const told = good<ScorecardAnswer>(await desk.report(clerk, ground.lufeng, 1, SUMMARY));
  expect(codes(await desk.submit(clerk, ground.lufeng, told.version))).toEqual(['bonusProofMissing']);
  good(await desk.prove(clerk, ground.lufeng, { bonusId: entry?.id, fileId: photo.id, title: '部文件' }));
  expect((await lufeng(clerk)).totals.self).toMatchObject({ bonus: 350 });
});

test('what is submitted is frozen with a hash that anybody can reckon', async () => {
  const { version, totals } = await lufeng(clerk);
  const sent = good<ScorecardAnswer>(await desk.submit(clerk, ground.lufeng, version));
  expect(sent).toMatchObject({
    status: 'submitted',
    submitted: { late: false },
    snapshots: [{ no: 1, matches: true }],
  });
  const { rows } = await world.owner.query<{ own: string; hash: string }>(
    `SELECT hash, encode(sha256(convert_to(content::text || ' ' || (extract(epoch FROM taken_at) * 1000)::bigint::text, 'UTF8')), 'hex') AS own FROM score_snapshot`,
  );
  expect(rows).toEqual([{ hash: sent.snapshots[0]?.hash, own: sent.snapshots[0]?.hash }]);
  // later records: the county sets up its leading group
  await insert(world.owner, 'leading_group', {
    ...{ county_id: world.lufeng.id, document_no: '禄政通〔2020〕3号', document_on: '2020-11-30', head: '周正' },
    ...{
      head_post: '副市长',
      members: '[]',
      file_id: (await fileRow(world, clerk)).id,
      created_by: world.actors[clerk].accountId,
    },
  });
  const later = await lufeng(clerk);
  expect(later.totals).toEqual(totals);
  expect(later.totals.self?.total).toBe(sent.totals.self?.total);
  const moved = later.groups.flatMap(({ indicators }) => indicators.flatMap(({ criteria }) => criteria));
  expect(moved.filter(({ difference }) => difference !== 0).map(({ id }) => id)).toEqual(['3.1']);
  expect(criterion(later, '3.1')).toMatchObject({ today: 200, difference: 200, values: { computed: 0, self: 0 } });
  expect(later.today.total).not.toBe(later.totals.computed.total);
  expect(codes(await desk.submit(clerk, ground.lufeng, later.version))).toEqual(['submittedTwice']);
});

test('a card that is given back is scored anew; both snapshots stay', async () => {
  const { version } = await lufeng();
  good(
    await desk.opine('prefectureFinance', ground.lufeng, 0, {
      criterion: '2.1',
      agrees: false,
      points: '0',
      reason: '缺审批单',
    }),
  );
  expect((await desk.sendBack(bureau, ground.lufeng, version)).status).toBe(409);
  const back = good<ScorecardAnswer>(
    await desk.sendBack(bureau, ground.lufeng, (await lufeng()).version, '请补充会议纪要'),
  );
  expect(back).toMatchObject({ status: 'open', returned: { reason: '请补充会议纪要' } });
  expect(await scored(clerk)).toMatchObject([{ kind: 'scorecardReturned', params: { reason: '请补充会议纪要' } }]);
  const twice = good<ScorecardAnswer>(await desk.submit(clerk, ground.lufeng, back.version));
  expect(twice.snapshots.map(({ no, matches }) => [no, matches])).toEqual([
    [2, true],
    [1, true],
  ]);
  // an opinion on the figures of before counts no more
  expect(criterion(await lufeng(), '2.1').opinions).toEqual([]);
});

test('three bodies review beside each other; the county reads nothing of it yet', async () => {
  expect(await scored('prefectureFinance')).toMatchObject([
    { kind: 'scorecardReview', params: { names: '禄丰市', count: 1 } },
  ]);
  const give = (as: Person, version: number, more: object) =>
    desk.opine(as, ground.lufeng, version, { criterion: '10.1', agrees: false, reason: '现场一般', ...more });
  good(await give('prefectureFinance', 0, { points: '3' }));
  good(await give(bureau, 0, { points: '4.00' }));
  const card = await lufeng();
  expect(criterion(card, '10.1')).toMatchObject({ disagree: true, values: { review: 500 } });
  expect(criterion(card, '10.1').opinions.map(({ body, points, mine }) => [body, points, mine])).toEqual([
    ['housing', 400, true],
    ['finance', 300, false],
  ]);
  const own = criterion(await lufeng('prefectureFinance'), '10.1').opinions.find(({ mine }) => mine);
  expect(own).toMatchObject({ body: 'finance', points: 300, version: 1 });
  const photo = await fileRow(world, 'prefectureFinance', {
    name: '现场.jpg',
    mediaType: 'image/jpeg',
    purpose: 'photo',
  });
  const checked = good<ScorecardAnswer>(
    await desk.check('prefectureFinance', ground.lufeng, {
      ...{ criterion: '10.1', checkedOn: '2020-12-01', place: '文化路', participants: '住建、财政', found: '外墙未完' },
      photoIds: [photo.id],
    }),
  );
  expect(checked.siteChecks).toMatchObject([{ place: '文化路', body: 'finance', photos: [{ id: photo.id }] }]);
  const hidden = await lufeng(clerk);
  expect(criterion(hidden, '10.1')).toMatchObject({ opinions: [], disagree: false, values: { review: null } });
  expect(hidden).toMatchObject({ siteChecks: [], totals: { review: null } });
  expect(hidden.events.map(({ kind }) => kind)).not.toContain('opinion');
});

test('the review is completed when differences are decided, bonus too, and the rest is taken by an act of its own', async () => {
  const start = await lufeng();
  const early = await desk.complete(bureau, ground.lufeng, start.version);
  expect(codes(early)).toEqual(['bonusUndecided', 'criteriaOpen', 'undecided']);
  expect(early.json.reasons[1].message).toContain('10.1');
  expect(codes(await desk.decide(bureau, ground.lufeng, 0, { criterion: '10.1', points: '4' }))).toEqual([
    'decisionReasonMissing',
  ]);
  const decided = good<ScorecardAnswer>(
    await desk.decide(bureau, ground.lufeng, 0, { criterion: '10.1', points: '3.50', reason: '取中' }),
  );
  expect(criterion(decided, '10.1')).toMatchObject({ disagree: false, review: { points: 350, origin: 'decided' } });
  const [entry] = decided.bonus;
  const more = await desk.decideBonus(bureau, ground.lufeng, entry?.id ?? '', 1, { points: '4' });
  expect(codes(more)).toEqual(['bonusAboveClaimed']);
  expect(codes(await desk.decideBonus(bureau, ground.lufeng, entry?.id ?? '', 1, { points: '2' }))).toEqual([
    'bonusReasonMissing',
  ]);
  good(await desk.decideBonus(bureau, ground.lufeng, entry?.id ?? '', 1, { points: '2', reason: '市级试点' }));
  good(await desk.opine('prefectureFinance', ground.lufeng, 0, { criterion: '2.2', agrees: true }));
  const rest = good<ScorecardAnswer>(await desk.rest(bureau, ground.lufeng, (await lufeng()).version));
  expect(criterion(rest, '1.1').review).toMatchObject({ origin: 'rest', points: null, reason: '核对无误，按自评' });
  const done = good<ScorecardAnswer>(await desk.complete(bureau, ground.lufeng, rest.version));
  expect(done).toMatchObject({ status: 'reviewed', disputeUntil: '2020-12-08' });
  expect(criterion(done, '2.2').review).toMatchObject({ origin: 'agreed', points: null });
  expect(done.totals.review).toMatchObject({ bonus: 200 });
  const shown = await lufeng(clerk);
  expect(criterion(shown, '10.1').opinions).toHaveLength(2);
  expect(shown.siteChecks).toHaveLength(1);
  expect(shown.events.map(({ kind }) => kind)).toContain('opinion');
  expect(await scored(clerk)).toMatchObject([{ kind: 'scorecardDispute', dueOn: '2020-12-08' }]);
});

test('a dispute within the limit is upheld with other points, and the former ones stay to be read', async () => {
  const asked = good<ScorecardAnswer>(
    await desk.dispute(clerk, ground.lufeng, { criterion: '10.1', reasons: '外墙 12 月已完工' }),
  );
  const [open] = asked.disputes;
  expect(open).toMatchObject({ status: 'open', criterion: '10.1' });
  expect(codes(await desk.dispute(clerk, ground.lufeng, { criterion: '10.1', reasons: '再提' }))).toEqual([
    'disputedAlready',
  ]);
  expect(await scored(bureau)).toMatchObject([
    { kind: 'scorecardDisputes', params: { county: '禄丰市', names: '10.1' } },
  ]);
  const answer = (body: object) => desk.answer(bureau, ground.lufeng, open?.id ?? '', 1, { reason: '属实', ...body });
  expect(codes(await answer({ upheld: true }))).toEqual(['upheldPointsMissing']);
  expect(codes(await answer({ upheld: true, points: '3.5' }))).toEqual(['upheldSame']);
  expect(codes(await answer({ upheld: true, points: '5.01' }))).toEqual(['pointsAbove']);
  expect(codes(await answer({ upheld: false, points: '4' }))).toEqual(['dismissedWithPoints']);
  const upheld = good<ScorecardAnswer>(await answer({ upheld: true, points: '4.25' }));
  expect(criterion(upheld, '10.1')).toMatchObject({
    ...{ review: { points: 425, origin: 'dispute', reason: '属实' }, values: { review: 425 } },
    before: [{ points: 350, origin: 'decided' }],
  });
  expect(codes(await desk.answer(bureau, ground.lufeng, open?.id ?? '', 2, { upheld: false, reason: '再答' }))).toEqual(
    ['disputeAnswered'],
  );
  // the last day counts; the day after does not
  await clockAt(world.owner, '2020-12-08T23:59+08:00');
  const last = good<ScorecardAnswer>(await desk.dispute(clerk, ground.lufeng, { criterion: '1.1', reasons: '补充' }));
  await clockAt(world.owner, '2020-12-09T00:01+08:00');
  expect(codes(await desk.dispute(clerk, ground.lufeng, { criterion: '1.2', reasons: '迟了' }))).toEqual([
    'disputeOver',
  ]);
  const waiting = last.disputes.find(({ status }) => status === 'open');
  expect(codes(await desk.deliberate(bureau, ground.season.id, ground.season.version))).toContain('disputesOpen');
  good(await desk.answer(bureau, ground.lufeng, waiting?.id ?? '', 1, { upheld: false, reason: '无依据' }));
});

test('the draft opinion waits for every county, its days to dispute, and each proposed veto', async () => {
  const early = await desk.deliberate(bureau, ground.season.id, ground.season.version);
  expect(codes(early)).toContain('notSubmittedBy');
  expect(JSON.stringify(early.json.reasons)).toContain('双柏县');
  await submitted(desk, 'shuangbaiClerk', ground.shuangbai);
  expect(codes(await desk.deliberate(bureau, ground.season.id, ground.season.version))).toContain('notReviewedBy');
  await reviewed(desk, ground.shuangbai);
  expect(codes(await desk.deliberate(bureau, ground.season.id, ground.season.version))).toContain('disputeTimeLeft');
  await clockAt(world.owner, '2020-12-17T10:00+08:00');
  const card = await lufeng();
  // two of three compounds were completed in time
  const proposed = card.vetoes.filter(({ standing }) => standing === 'proposed').map(({ ground: code }) => code);
  expect(proposed).toEqual(['targetMissed']);
  const undecided = await desk.deliberate(bureau, ground.season.id, ground.season.version);
  expect(codes(undecided)).toEqual(['vetoUndecided']);
  expect(undecided.json.reasons[0].message).toContain('禄丰市');
  for (const code of proposed)
    good(
      await desk.veto(bureau, ground.lufeng, 0, {
        ground: code,
        verdict: 'doesNotApply',
        reason: '已经州政府同意调整',
      }),
    );
  expect(codes(await desk.veto(bureau, ground.lufeng, 0, { ground: 'criticised', verdict: 'applies' }))).toEqual([
    'vetoDocumentMissing',
    'vetoReasonMissing',
  ]);
  const lines = await desk.deliberateOne(bureau, ground.lufeng, 0, { criterion: '10.1', points: '4' });
  expect(codes(lines)).toEqual(['deliberationReasonMissing']);
  good(await desk.deliberateOne(bureau, ground.lufeng, 0, { criterion: '10.1', points: '4', reason: '部门意见' }));
  const said = { countyId: world.lufeng.id, kind: 'residents', who: '文化路居民代表', text: '改得好', fileId: null };
  const comments = good<SeasonDetail>(await desk.comment(bureau, ground.season.id, said));
  expect(comments.comments).toMatchObject([{ county: { name: '禄丰市' }, kind: 'residents' }]);
  expect(codes(await desk.close(bureau, ground.season.id, ground.season.version, {}))).toEqual([
    'consentNoMissing',
    'consentOnMissing',
    'notDeliberated',
  ]);
  const done = good<SeasonDetail>(await desk.deliberate(bureau, ground.season.id, ground.season.version));
  expect(done.cards.map(({ status }) => status)).toEqual(['deliberated', 'deliberated']);
  expect(
    codes(await desk.deliberateOne(bureau, ground.lufeng, 1, { criterion: '10.1', points: '5', reason: '再议' })),
  ).toEqual(['deliberatedAlready']);
  expect(criterion(await lufeng(clerk), '10.1').values).toMatchObject({ review: 425, deliberation: 400 });
  expect(good<SeasonDetail>(await desk.season(clerk, ground.season.id))).toMatchObject({
    deliberation: null,
    comments: [],
  });
});

test('the consent makes every card final at once, with total, grade and place, for all counties to read', async () => {
  const { version } = good<SeasonDetail>(await desk.season(bureau, ground.season.id));
  const close = (body: object) =>
    desk.close(bureau, ground.season.id, version, { documentNo: '楚政复〔2020〕88号', ...body });
  expect(codes(await close({ documentOn: '2020-12-18' }))).toEqual(['consentInFuture']);
  expect(codes(await close({ documentOn: '2020-12-16' }))).toEqual(['consentBeforeOpinion']);
  const paper = await fileRow(world, bureau, { name: '批复.pdf' });
  const done = good<SeasonDetail>(await close({ documentOn: '2020-12-17', fileId: paper.id }));
  expect(done).toMatchObject({
    status: 'closed',
    final: { documentNo: '楚政复〔2020〕88号', documentOn: '2020-12-17' },
  });
  const mine = done.cards.find(({ id }) => id === ground.lufeng);
  expect(mine?.result).toMatchObject({ total: mine?.totals.deliberation?.total, rank: 1 });
  const seen = good<SeasonDetail>(await desk.season('shuangbaiClerk', ground.season.id));
  expect(seen.cards.map(({ county }) => county.name)).toEqual(['双柏县']);
  expect(seen.results.map(({ county, rank, total }) => [county.name, rank, total])).toEqual([
    ['禄丰市', 1, mine?.result?.total],
    ['双柏县', 2, expect.any(Number)],
  ]);
  expect(seen.deliberation?.opinion).toBe('同意评审结果');
  expect(codes(await desk.close(bureau, ground.season.id, done.version, { documentNo: '再次' }))).toEqual([
    'closedAlready',
  ]);
  expect(
    codes(await desk.comment(bureau, ground.season.id, { kind: 'department', who: '财政', text: '迟了' })),
  ).toEqual(['closedAlready']);
  const sanction = {
    countyId: world.lufeng.id,
    kind: 'falsified',
    facts: '虚报完工',
    documentNo: '楚住建通〔2020〕9号',
  };
  expect(
    codes(await desk.sanction(bureau, ground.season.id, { ...sanction, documentOn: '2021-01-01', kind: 'jail' })),
  ).toEqual(['documentInFuture', 'sanctionUnknown']);
  good(await desk.sanction(bureau, ground.season.id, { ...sanction, documentOn: '2020-12-17' }));
  expect((await lufeng(clerk)).sanctions).toMatchObject([{ kind: { code: 'falsified' }, facts: '虚报完工' }]);
  expect(await scored(clerk)).toEqual([]);
  // what was decided stays, whoever asks
  for (const table of ['scorecard', 'score_season'])
    await expect(world.owner.query(`UPDATE ${table} SET version = version + 1`)).rejects.toThrow(/stays/);
  await expect(insert(world.owner, 'score_snapshot', {})).rejects.toThrow();
});
