import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET as one, PATCH } from '@/app/api/v1/programme/years/[id]/route';
import { GET, POST } from '@/app/api/v1/programme/years/route';
import type { YearAnswer } from '@/lib/domain/programme/answers';
import { makeWorld, type Person, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const codesOf = (json: unknown) => (json as { reasons?: { code: string }[] }).reasons?.map(({ code }) => code);
const create = (as: Person, more: object = {}, headers: Record<string, string> = {}) =>
  world.call(POST, {
    as,
    method: 'POST',
    path: '/api/v1/programme/years',
    body: {
      year: 2021,
      rulebookId: world.rulebookId,
      targetShare: 100,
      startBy: '2021-02-28',
      completeBy: '2021-06-30',
      ...more,
    },
    headers,
  });
const years = async (as: Person) => ((await world.call(GET, { as })).json as { items: YearAnswer[] }).items;
const yearOf = async (year: number) =>
  (await years('prefectureBureau')).find((found) => found.year === year) as YearAnswer;
const patch = (id: string, version: number, sent: object, as: Person = 'prefectureBureau') =>
  world.call(PATCH, { as, method: 'PATCH', params: { id }, body: sent, headers: { 'if-match': `"${version}"` } });

describe('programme years', () => {
  test('everyone with work in the programme reads them', async () => {
    for (const as of ['prefectureFinance', 'lufengClerk', 'lufengTown', 'lufengCommunity', 'lufengLeader'] as const) {
      expect((await years(as)).map(({ year, current }) => [year, current])).toEqual([[2020, true]]);
    }
  });

  test('are set by the prefecture bureau alone', async () => {
    for (const as of ['lufengClerk', 'prefectureFinance', 'lufengCommunity', 'prefectureLeader'] as const) {
      expect((await create(as)).status).toBe(403);
    }
  });

  test('a year that makes no sense is refused with every reason', async () => {
    const answer = await create('prefectureBureau', {
      year: 2020,
      startBy: '2021-07-01',
      targetShare: 60,
      rulebookId: world.prefectureId,
    });
    expect(answer.status).toBe(422);
    expect(codesOf(answer.json)).toEqual([
      'programme.yearExists',
      'programme.yearBackwards',
      'programme.rulebookUnknown',
    ]);
    const falling = await create('prefectureBureau', { targetShare: 60 });
    expect(codesOf(falling.json)).toEqual(['programme.shareFalls']);
    const early = await create('prefectureBureau', { year: 2019, targetShare: 80 });
    expect(codesOf(early.json)).toEqual(['programme.shareAboveLater']);
    expect((await create('prefectureBureau', { unknown: 1 })).status).toBe(400);
    expect((await create('prefectureBureau', { startBy: '2021-02-30' })).status).toBe(400);
  });

  test('the same key makes one year; a new current year takes the place of the old', async () => {
    const headers = { 'idempotency-key': 'year-2021' };
    const [first, second] = [
      await create('prefectureBureau', { current: true }, headers),
      await create('prefectureBureau', { current: true }, headers),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((await years('prefectureBureau')).map(({ year, current }) => [year, current])).toEqual([
      [2021, true],
      [2020, false],
    ]);
  });

  test('deadlines tell how long it is', async () => {
    const year = await yearOf(2021);
    expect(year.deadlines.map(({ kind, passed, light }) => [kind, passed, light])).toEqual([
      ['start', true, 'neutral'],
      ['complete', true, 'neutral'],
    ]);
    const ahead = await create('prefectureBureau', { year: 2090, startBy: '2090-02-28', completeBy: '2090-06-30' });
    expect((ahead.json as YearAnswer).deadlines[0]).toMatchObject({ passed: false, light: 'green' });
  });

  test('two people on one year: the second is shown both versions', async () => {
    const { id, version } = await yearOf(2021);
    expect((await patch(id, version, { reportDay: 8 })).json).toMatchObject({ reportDay: 8, version: version + 1 });
    const late = await patch(id, version, { reportDay: 9 });
    expect(late.status).toBe(409);
    expect(late.json).toMatchObject({
      code: 'version_conflict',
      conflict: { theirs: { reportDay: 8 }, yours: { reportDay: 9 } },
    });
  });

  test('there is always one current year, and its rule book stays', async () => {
    const { id, version } = await yearOf(2021);
    expect(codesOf((await patch(id, version, { current: false })).json)).toEqual(['programme.oneCurrent']);
    expect((await patch(id, version, { rulebookId: world.rulebookId })).status).toBe(400);
    const old = await yearOf(2020);
    expect((await patch(old.id, old.version, { current: true })).json).toMatchObject({ current: true });
    expect((await yearOf(2021)).current).toBe(false);
  });

  test('an id of nothing is not found; a county may read a year and not change it', async () => {
    const { id, version } = await yearOf(2020);
    expect((await patch(world.prefectureId, 1, { reportDay: 6 })).status).toBe(404);
    expect((await patch('2020', 1, { reportDay: 6 })).status).toBe(404);
    expect((await patch(id, version, { reportDay: 6 }, 'lufengClerk')).status).toBe(403);
    const read = await world.call(one, { as: 'lufengClerk', params: { id } });
    expect([read.status, read.headers.get('etag')]).toEqual([200, `"${version}"`]);
  });
});
