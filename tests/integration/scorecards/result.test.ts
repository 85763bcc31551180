import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as resultRoute from '@/app/api/v1/scorecards/seasons/[id]/result/route';
import * as rewardRoute from '@/app/api/v1/scorecards/seasons/[id]/reward/route';
import type { SeasonResult } from '@/lib/domain/scorecards/result-answers';
import { withReader } from '@/lib/server/db/with-reader';
import { resultOfYear } from '@/lib/server/scorecards/result/result';
import { yearId } from '../../support/annual-rows';
import { asking } from '../../support/asking';
import { clockAt } from '../../support/clock';
import { finalSeason } from '../../support/final-season';
import { fileRow } from '../../support/project-rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let season: string;
const ask = asking(() => world);
const bureau = 'prefectureBureau';

beforeAll(async () => {
  world = await makeWorld();
  await clockAt(world.owner, '2021-01-10T10:00+08:00');
  const { prefectureId, rulebookId, lufeng, shuangbai, actors } = world;
  season = await finalSeason(world.owner, {
    ...{ prefectureId, rulebookId, programmeYearId: await yearId(world.owner), by: actors.prefectureBureau.accountId },
    results: [
      { countyId: lufeng.id, total: 9_550, grade: 'excellent', rank: 1, bonus: 1_250, completed: 12 },
      { countyId: shuangbai.id, total: 8_999, grade: 'good', rank: 2, completed: 7 },
    ],
  });
});
afterAll(() => world.end());

const result = async (as: Person, id = season) => ask('GET', resultRoute.GET, as, { id });
const read = async (as: Person): Promise<SeasonResult> => (await result(as)).json;
const enter = (as: Person, version: number, body: object, id = season) =>
  ask('PUT', rewardRoute.PUT, as, { id }, { version, body });
const codes = ({ json }: { json: { reasons?: { code: string; field?: string }[] } }) =>
  json.reasons?.map(({ code, field }) => [code, field]);

describe('结果', () => {
  test('the prefecture reads of all counties rank, total, base, bonus within its cap, and grade', async () => {
    const { season: head, counties, grades, preference } = await read(bureau);
    expect(head).toMatchObject({ year: 2020, status: 'closed', final: { documentNo: '楚政复〔2020〕21号' } });
    expect(counties).toMatchObject([
      { county: { name: '禄丰市' }, rank: 1, total: 9_550, base: 8_550, bonus: 1_000, preferred: true, own: true },
      { county: { name: '双柏县' }, rank: 2, total: 8_999, base: 8_999, bonus: 0, preferred: false, own: true },
    ]);
    expect(grades.map(({ name, count }) => [name, count])).toEqual([
      ['优秀', 1],
      ['良好', 1],
      ['合格', 0],
      ['不合格', 0],
    ]);
    expect(preference).toMatchObject({ year: 2021, points: 500, grade: { name: '优秀' }, planned: false });
  });

  test('a county reads every total, grade and rank, and details of its own alone', async () => {
    const { counties, rewardLines, rewardBefore } = await read('shuangbaiClerk');
    expect(
      counties.map(({ county, rank, total, base, bonus, own, preferred }) => [
        county.name,
        rank,
        total,
        base,
        bonus,
        own,
        preferred,
      ]),
    ).toEqual([
      ['禄丰市', 1, 9_550, null, null, false, true],
      ['双柏县', 2, 8_999, 8_999, 0, true, false],
    ]);
    expect([rewardLines, rewardBefore]).toEqual([[], []]);
  });

  test('who has no scorecards to read has no result; another prefecture sees none', async () => {
    expect((await result('lufengTown')).status).toBe(403);
    expect((await result(bureau, world.lufeng.id)).status).toBe(404);
  });

  test('the page without a year opens with the last season that is over', async () => {
    const actor = world.actors.lufengClerk;
    const of = (year?: number) => withReader(actor, (reader) => resultOfYear(reader, actor, year));
    expect((await of())?.result.season.id).toBe(season);
    expect(await of(2033)).toBeNull();
  });
});

describe('奖励资金', () => {
  const MONEY = { amount: '1000000.00', note: '州级预算', documentNo: '楚财建〔2021〕1号', documentOn: '2021-01-08' };

  test('before it is entered the claims are shown to whoever sees all: 3 × 95.50 × 12 and 1 × 89.99 × 7', async () => {
    const { reward, claims, rewardLines } = await read(bureau);
    expect([reward, claims]).toEqual([null, '4067.93']);
    expect(
      rewardLines.map(({ county, weight, completed, claim, amount }) => [
        county.name,
        weight,
        completed,
        claim,
        amount,
      ]),
    ).toEqual([
      ['禄丰市', 3, 12, '3438.00', null],
      ['双柏县', 1, 7, '629.93', null],
    ]);
  });

  test('sums that are none are refused in words, all reasons at once', async () => {
    for (const [amount, code] of [
      ['-1', 'money.negative'],
      ['0', 'money.zero'],
      ['1.234', 'money.tooFine'],
      ['1000000000000000', 'money.tooLarge'],
      ['一百万', 'money.unreadable'],
    ])
      expect(codes(await enter(bureau, 0, { ...MONEY, amount }))).toEqual([[code, 'amount']]);
    expect(codes(await enter(bureau, 0, { ...MONEY, documentNo: null, documentOn: '2999-01-01' }))).toEqual([
      ['scoreReward.document', 'documentNo'],
      ['season.documentInFuture', 'documentOn'],
    ]);
    const foreign = await fileRow(world, 'shuangbaiClerk', { name: '别人的.pdf' });
    expect(codes(await enter(bureau, 0, { ...MONEY, fileId: foreign.id }))).toEqual([['file.unusable', 'fileId']]);
  });

  test('is entered by the prefecture bureau alone, and divided to the fen', async () => {
    for (const as of ['prefectureFinance', 'lufengClerk'] as const)
      expect((await enter(as, 0, MONEY)).status).toBe(403);
    const both = await Promise.all([enter(bureau, 0, MONEY), enter('prefectureBureau2', 0, MONEY)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { reward, claims, rewardLines } = await read(bureau);
    expect(reward).toMatchObject({ ...MONEY, version: 1, file: null });
    expect(claims).toBe('4067.93');
    // 343,800 of 406,793 of 100,000,000 fen: 84,514,728.62; the other 15,485,271.38
    expect(rewardLines.map(({ county, amount }) => [county.name, amount])).toEqual([
      ['禄丰市', '845147.29'],
      ['双柏县', '154852.71'],
    ]);
  });

  test('a county reads its own line, with the sum of all claims that its formula needs', async () => {
    const { reward, claims, rewardLines } = await read('shuangbaiClerk');
    expect([reward?.amount, claims]).toEqual(['1000000.00', '4067.93']);
    expect(rewardLines).toMatchObject([{ county: { name: '双柏县' }, claim: '629.93', amount: '154852.71' }]);
    const { rows } = await world.owner.query('SELECT count(*)::int AS n FROM score_reward_share');
    expect(rows).toEqual([{ n: 2 }]);
  });

  test('entered again it replaces what stood, which stays; a file not named stays', async () => {
    const paper = await fileRow(world, bureau, { name: '预算文件.pdf' });
    expect((await enter(bureau, 0, MONEY)).status).toBe(409);
    expect((await enter(bureau, 1, { ...MONEY, amount: '0.01', fileId: paper.id })).status).toBe(200);
    const again = await enter(bureau, 2, { ...MONEY, amount: '0.03', note: null });
    expect(again.json).toMatchObject({
      reward: { amount: '0.03', note: null, version: 3, file: { name: '预算文件.pdf' } },
      rewardBefore: [
        { amount: '0.01', version: 2 },
        { amount: '1000000.00', version: 1 },
      ],
    });
    expect((again.json as SeasonResult).rewardLines.map(({ amount }) => amount)).toEqual(['0.03', '0.00']);
    expect((await read('lufengClerk')).rewardBefore).toEqual([]);
    const { rows } = await world.owner.query(
      `SELECT action, entity FROM audit_line WHERE entity IN ('score_reward', 'score_reward_share') GROUP BY 1, 2 ORDER BY 2`,
    );
    expect(rows).toMatchObject([{ action: 'scorecard.reward' }, { action: 'scorecard.reward' }]);
  });

  test('the database itself demands that the parts make the whole, and keeps what was entered', async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      'SELECT id FROM score_reward ORDER BY version DESC LIMIT 1',
    );
    const id = rows[0]?.id;
    const refused = (sql: string, ...values: unknown[]) => expect(world.owner.query(sql, values)).rejects.toThrow;
    await refused('UPDATE score_reward SET amount = 5 WHERE id = $1', id)(/stays as it was entered/);
    await refused('DELETE FROM score_reward WHERE id = $1', id)(/./);
    await refused('UPDATE score_reward_share SET amount = 0 WHERE reward_id = $1', id)(/./);
    await world.owner.query('UPDATE score_reward SET replaced_at = anju_now() WHERE id = $1', [id]);
    await refused(
      `INSERT INTO score_reward (season_id, prefecture_id, amount, claims, version, created_by) SELECT season_id, prefecture_id, 100, 1, 9, created_by FROM score_reward WHERE id = $1`,
      id,
    )(/the parts do not make the whole/);
  });
});

describe('a season that is not over', () => {
  test('has no result, prefers nobody and takes no reward', async () => {
    const { prefectureId, rulebookId, lufeng, actors, owner } = world;
    const year = await insert(owner, 'programme_year', {
      ...{ prefecture_id: prefectureId, year: 2019, rulebook_id: rulebookId, target_share: 30 },
      ...{ start_by: '2020-02-29', complete_by: '2020-05-31' },
    });
    const open = await finalSeason(owner, {
      ...{
        prefectureId,
        rulebookId,
        programmeYearId: year,
        by: actors.prefectureBureau.accountId,
      },
      results: [{ countyId: lufeng.id, total: 9_900, grade: 'excellent', rank: 1, completed: 3 }],
      isFinal: false,
    });
    const { json } = await result(bureau, open);
    expect(json).toMatchObject({
      season: { status: 'open', final: null },
      counties: [],
      rewardLines: [],
      claims: '0.00',
    });
    const body = { amount: '5' };
    expect(codes(await enter(bureau, 0, body, open))).toEqual([['scoreReward.notFinal', undefined]]);
  });
});
