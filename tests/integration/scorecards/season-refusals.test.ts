import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScorecardAnswer, SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { clockAt } from '../../support/clock';
import { fileRow, type ProjectMade, projectRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';
import { codes, criterion, type Ground, good, look, office, opened, SUMMARY, targets } from './season-ground';

/** What is not to happen in a season: each refused in the office's words, nothing left behind. */
let world: World;
let ground: Ground;
let project: ProjectMade;
const desk = office(() => world);
const bureau = 'prefectureBureau';
const clerk = 'lufengClerk';
beforeAll(async () => {
  world = await makeWorld();
  project = await projectRow(world, { stage: 11 });
  await targets(world, project, { lufeng: 1, shuangbai: 0 });
  ground = await opened(world, desk);
});
afterAll(() => world.end());

const self = (body: object, version = 0, as: Person = clerk) => desk.self(as, ground.lufeng, version, body);
const opine = (body: object, version = 0, as: Person = bureau) => desk.opine(as, ground.lufeng, version, body);
const card = (as: Person = bureau) => look(desk, as, ground.lufeng);

describe('while the county scores itself', () => {
  test.each(['-1', '1.005', '', 'abc', '1e2', '１'])('points %j can’t be read', async (points) => {
    const said = await self({ criterion: '1.1', points });
    expect(said.status).toBe(400);
    expect(codes(said)).toEqual(['pointsUnreadable']);
    expect(said.json.reasons[0].message).toContain('两位小数');
  });

  test('more than the criterion has, other than the records without a reason, what only the review awards', async () => {
    expect(codes(await self({ criterion: '1.1', points: '1.01', reason: '多做' }))).toEqual(['pointsAbove']);
    const bare = await self({ criterion: '1.1', points: '0.50' });
    expect(codes(bare)).toEqual(['reasonMissing']);
    expect(bare.json.reasons[0].message).toBe('第 1.1 项自评 0.50 分，系统记录是 1.00 分。请写明不一致的理由。');
    expect(codes(await self({ criterion: '4.4', points: '2', reason: '用得好' }))).toEqual(['reviewOnly']);
    expect(codes(await self({ criterion: '99.9', points: '1' }))).toEqual(['criterionUnknown']);
    expect(criterion(await card(clerk), '1.1').self).toBeNull();
  });

  test('two of the county at once: the second is shown what the first wrote', async () => {
    const both = await Promise.all(
      (['0.50', '0.40'] as const).map((points, at) =>
        self({ criterion: '1.1', points, reason: '少报' }, 0, at === 0 ? clerk : 'lufengClerk2'),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const clash = both.find(({ status }) => status === 409);
    const stands = criterion(await card(clerk), '1.1').self;
    expect(clash?.json.conflict.theirs).toMatchObject({ points: stands?.points, version: 1 });
    good(await self({ criterion: '1.1', points: null }, 1));
    expect(criterion(await card(clerk), '1.1')).toMatchObject({
      values: { self: 100 },
      self: { points: null, version: 2 },
    });
  });

  test('another county’s file is not there, nor is another county’s card', async () => {
    const foreign = await fileRow(world, 'shuangbaiClerk');
    const said = await desk.prove(clerk, ground.lufeng, { criterion: '10.1', fileId: foreign.id, title: '证明' });
    expect(said.status).toBe(422);
    expect(said.json.reasons[0].code).toBe('file.unusable');
    expect(
      (await card(clerk)).groups
        .flatMap(({ indicators }) => indicators)
        .flatMap(({ criteria }) => criteria)
        .flatMap(({ proofs }) => proofs),
    ).toEqual([]);
    await expect(
      world.owner.query(
        `INSERT INTO score_proof (scorecard_id, county_id, criterion, title, file_id, file_sha256, created_by) VALUES ($1, $2, '10.1', '证明', $3, 'x', $4)`,
        [ground.lufeng, world.lufeng.id, foreign.id, world.actors.lufengClerk.accountId],
      ),
    ).rejects.toThrow(/another county/);
    expect((await desk.card('shuangbaiClerk', ground.lufeng)).status).toBe(404);
    expect((await desk.self('shuangbaiClerk', ground.lufeng, 0, { criterion: '1.1', points: '1' })).status).toBe(404);
    expect((await desk.submit('shuangbaiClerk', ground.lufeng, 1)).status).toBe(404);
    const own = await fileRow(world, clerk);
    expect(codes(await desk.prove(clerk, ground.lufeng, { fileId: own.id, title: '无主' }))).toEqual(['proofOfOne']);
  });

  test('a bonus of nothing, above the cap, or proved for another card', async () => {
    const claim = (points: string) => desk.bonus(clerk, ground.lufeng, { title: '创新', what: '做法推广', points });
    expect(codes(await claim('0'))).toEqual(['bonusZero']);
    expect(codes(await claim('10.01'))).toEqual(['bonusAboveCap']);
    const made = good<ScorecardAnswer>(await claim('1'));
    const id = made.bonus[0]?.id ?? '';
    const file = await fileRow(world, 'shuangbaiClerk');
    const said = await desk.prove('shuangbaiClerk', ground.shuangbai, { bonusId: id, fileId: file.id, title: '材料' });
    expect(codes(said)).toEqual(['bonusUnknown']);
    good(await desk.retireBonus(clerk, ground.lufeng, id, 1));
    expect(codes(await desk.retireBonus(clerk, ground.lufeng, id, 2))).toEqual(['retiredAlready']);
    expect((await desk.decideBonus(clerk, ground.lufeng, id, 2, { points: '1' })).status).toBe(403);
  });

  test('nobody reviews, decides, vetoes, returns or disputes what was not submitted', async () => {
    const { version } = await card();
    expect(codes(await opine({ criterion: '1.1', agrees: true }))).toEqual(['notSubmitted']);
    expect(codes(await desk.decide(bureau, ground.lufeng, 0, { criterion: '1.1', points: null }))).toEqual([
      'notSubmitted',
    ]);
    expect(codes(await desk.rest(bureau, ground.lufeng, version))).toEqual(['notSubmitted']);
    expect(codes(await desk.complete(bureau, ground.lufeng, version))).toEqual(['notSubmitted']);
    expect(codes(await desk.sendBack(bureau, ground.lufeng, version))).toEqual(['notSubmitted']);
    expect(
      codes(await desk.veto(bureau, ground.lufeng, 0, { ground: 'complaints', verdict: 'applies', reason: '多' })),
    ).toEqual(['notSubmitted']);
    const check = { checkedOn: '2020-12-01', place: '某地', participants: '住建', found: '好' };
    expect(codes(await desk.check(bureau, ground.lufeng, check))).toEqual(['notSubmitted']);
    expect(codes(await desk.dispute(clerk, ground.lufeng, { criterion: '1.1', reasons: '不服' }))).toEqual([
      'notReviewed',
    ]);
    expect(
      codes(await desk.deliberateOne(bureau, ground.lufeng, 0, { criterion: '1.1', points: '0', reason: '议' })),
    ).toEqual(['notReviewed']);
    const said = {
      countyId: world.lufeng.id,
      kind: 'falsified',
      facts: '虚报',
      documentNo: '1号',
      documentOn: '2020-12-01',
    };
    expect(codes(await desk.sanction(bureau, ground.season.id, said))).toEqual(['nothingClaimed']);
  });
});

describe('who may', () => {
  test('only the county bureau scores, only reviewers review, only the prefecture bureau decides', async () => {
    for (const as of ['lufengFinance', 'lufengLeader', 'prefectureBureau', 'lufengTown'] as const) {
      expect((await self({ criterion: '1.1', points: '1' }, 0, as)).status).toBe(403);
      expect((await desk.submit(as, ground.lufeng, 1)).status).toBe(403);
    }
    for (const as of ['lufengClerk', 'prefectureLeader', 'lufengLeader'] as const)
      expect((await opine({ criterion: '1.1', agrees: true }, 0, as)).status).toBe(403);
    for (const as of ['prefectureFinance', 'lufengClerk', 'prefectureLeader'] as const) {
      expect((await desk.open(as, { year: 2020, selfDueOn: '2020-12-20' })).status).toBe(403);
      expect((await desk.complete(as, ground.lufeng, 1)).status).toBe(403);
      expect((await desk.decide(as, ground.lufeng, 0, { criterion: '1.1', points: null })).status).toBe(403);
    }
    for (const as of ['lufengTown', 'lufengCommunity', 'lufengEntity'] as const)
      expect((await desk.card(as, ground.lufeng)).status).toBe(403);
    for (const as of ['lufengLeader', 'lufengFinance', 'prefectureLeader'] as const)
      expect((await desk.card(as, ground.lufeng)).status).toBe(200);
    const seen = good<SeasonDetail>(await desk.season('lufengLeader', ground.season.id));
    expect(seen.cards.map(({ county }) => county.name)).toEqual(['禄丰市']);
    expect((await desk.list('shuangbaiClerk', '?year=2020')).items).toHaveLength(1);
    expect((await desk.list('shuangbaiClerk', '?year=2021')).items).toEqual([]);
  });
});

describe('from the submission on', () => {
  test('is submitted once, late is late, and two at once are one', async () => {
    await clockAt(world.owner, '2020-12-21T08:00+08:00');
    const told = good<ScorecardAnswer>(await desk.report(clerk, ground.lufeng, 1, SUMMARY));
    const both = await Promise.all(
      ([clerk, 'lufengClerk2'] as const).map((as) => desk.submit(as, ground.lufeng, told.version)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { rows } = await world.owner.query('SELECT no FROM score_snapshot');
    expect(rows).toEqual([{ no: 1 }]);
    expect((await card()).submitted).toMatchObject({ late: true });
    expect(codes(await desk.submit(clerk, ground.lufeng, (await card()).version))).toEqual(['submittedTwice']);
  });

  test('the county writes nothing any more', async () => {
    expect(codes(await self({ criterion: '1.2', points: '0', reason: '少报' }))).toEqual(['submittedAlready']);
    expect(codes(await desk.report(clerk, ground.lufeng, 2, { summary: '改写' }))).toEqual(['submittedAlready']);
    const file = await fileRow(world, clerk);
    const proof = { criterion: '10.1', fileId: file.id, title: '迟到的材料' };
    expect(codes(await desk.prove(clerk, ground.lufeng, proof))).toEqual(['submittedAlready']);
    expect(codes(await desk.bonus(clerk, ground.lufeng, { title: '创新', what: '做法', points: '1' }))).toEqual([
      'submittedAlready',
    ]);
    // the database says the same to whoever asks it without the rules
    const write = (sql: string) => world.owner.query(sql, [ground.lufeng]);
    await expect(write(`UPDATE scorecard SET summary = '改写' WHERE id = $1`)).rejects.toThrow(/not written in/);
    await expect(write(`UPDATE score_line SET points = 1 WHERE scorecard_id = $1 AND stage = 'self'`)).rejects.toThrow(
      /step/,
    );
    await expect(write(`UPDATE score_snapshot SET content = '{}' WHERE scorecard_id = $1`)).rejects.toThrow(
      /kept for good/,
    );
    await expect(write(`UPDATE scorecard SET status = 'final' WHERE id = $1`)).rejects.toThrow(/not the way/);
    await expect(write('DELETE FROM scorecard WHERE id = $1')).rejects.toThrow(/kept for good/);
  });

  test('an opinion says what it means', async () => {
    expect(codes(await opine({ criterion: '1.1', agrees: false }))).toEqual([
      'opinionPointsMissing',
      'opinionReasonMissing',
    ]);
    expect(codes(await opine({ criterion: '1.1', agrees: true, points: '1' }))).toEqual(['agreesWithPoints']);
    expect(codes(await opine({ criterion: '1.1', agrees: false, points: '1.5', reason: '好' }))).toEqual([
      'pointsAbove',
    ]);
    expect(codes(await opine({ criterion: '4.4', agrees: true }))).toEqual(['opinionReasonMissing']);
    expect(codes(await desk.decide(bureau, ground.lufeng, 0, { criterion: '4.4', points: '2' }))).toEqual([
      'decisionReasonMissing',
    ]);
    expect(
      codes(
        await desk.check(bureau, ground.lufeng, {
          checkedOn: '2020-12-22',
          place: '某地',
          participants: '住建',
          found: '好',
          criterion: '9.9',
        }),
      ),
    ).toEqual(['checkedInFuture', 'criterionUnknown']);
  });

  test('two reviewers at once write beside each other; one alone in two windows is told', async () => {
    const body = { criterion: '1.1', agrees: false, points: '0.50', reason: '摸底不全' };
    const both = await Promise.all(
      (['prefectureBureau', 'prefectureBureau2', 'prefectureFinance'] as const).map((as) => opine(body, 0, as)),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(criterion(await card(), '1.1')).toMatchObject({ disagree: false, opinions: [{}, {}, {}] });
    const windows = await Promise.all(['0.60', '0.70'].map((points) => opine({ ...body, points }, 1)));
    expect(windows.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const own = criterion(await card(), '1.1').opinions.find(({ mine }) => mine);
    expect(windows.find(({ status }) => status === 409)?.json.conflict.theirs).toMatchObject({
      points: own?.points,
      version: 2,
    });
    expect(criterion(await card(), '1.1').disagree).toBe(true);
  });

  test('a veto makes the grade the lowest, with the evidence of that day', async () => {
    const applies = { ground: 'criticised', verdict: 'applies', reason: '省通报批评', documentNo: '云建通〔2020〕5号' };
    expect(codes(await desk.veto(bureau, ground.lufeng, 0, { ...applies, ground: 'unheard' }))).toEqual([
      'groundUnknown',
    ]);
    const vetoed = good<ScorecardAnswer>(await desk.veto(bureau, ground.lufeng, 0, applies));
    expect(vetoed).toMatchObject({ vetoed: true, totals: { review: { grade: { code: 'unqualified' } } } });
    expect((await card(clerk)).vetoed).toBe(false);
    expect((await desk.veto(bureau, ground.lufeng, 0, applies)).status).toBe(409);
    const lifted = good<ScorecardAnswer>(
      await desk.veto(bureau, ground.lufeng, 1, { ...applies, verdict: 'doesNotApply', reason: '通报的是另一县' }),
    );
    expect(lifted).toMatchObject({ vetoed: false });
    expect(lifted.vetoes.find(({ ground: code }) => code === 'criticised')).toMatchObject({
      ...{ version: 2, decision: { verdict: 'doesNotApply', reason: '通报的是另一县' } },
    });
  });

  test('after the review nothing of it is written, and it is not given back', async () => {
    good(await desk.decide(bureau, ground.lufeng, 0, { criterion: '1.1', points: '0.50', reason: '摸底不全' }));
    const rest = good<ScorecardAnswer>(await desk.rest(bureau, ground.lufeng, (await card()).version));
    expect(codes(await desk.rest(bureau, ground.lufeng, rest.version))).toEqual(['nothingLeft']);
    const both = await Promise.all([1, 2].map(() => desk.complete(bureau, ground.lufeng, rest.version)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const done = await card();
    expect(codes(await opine({ criterion: '1.2', agrees: true }))).toEqual(['reviewedAlready']);
    expect(codes(await desk.decide(bureau, ground.lufeng, 1, { criterion: '1.1', points: '1', reason: '改' }))).toEqual(
      ['reviewedAlready'],
    );
    expect(codes(await desk.sendBack(bureau, ground.lufeng, done.version))).toEqual(['reviewedAlready']);
    expect((await desk.dispute('shuangbaiClerk', ground.lufeng, { criterion: '1.1', reasons: '不服' })).status).toBe(
      404,
    );
  });
});
