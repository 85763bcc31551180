import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as withdraw from '@/app/api/v1/news/[id]/withdraw/route';
import * as counts from '@/app/api/v1/news/counts/route';
import * as list from '@/app/api/v1/news/route';
import type { NewsAnswer, NewsCounts, NewsList } from '@/lib/domain/news/schema';
import { asking, type Json } from '../../support/asking';
import { fileRow } from '../../support/project-rows';
import { makeWorld, type Person, type World } from '../../support/world';
import { exported, opened, records, sheetOf } from '../exports/support';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const ask = asking(() => world);
const codes = (json: Json): string[] => json.reasons?.map(({ code }: { code: string }) => code.split('.').at(-1)) ?? [];
let serial = 0;
const report = (more: object = {}) => ({
  ...{ year: 2020, kind: 'report', level: 'province', title: `老旧小区焕新颜之${++serial}`, happenedOn: '2020-06-01' },
  ...{ medium: 'press', outlet: '云南日报', link: `https://www.yndaily.com/${serial}.html`, ...more },
});
const send = (body: object, as: Person = 'lufengClerk') => ask('POST', list.POST, as, {}, { body });
async function filed(more: object = {}, as: Person = 'lufengClerk'): Promise<NewsAnswer> {
  const { status, json } = await send(report(more), as);
  expect(status, JSON.stringify(json)).toBe(201);
  return json;
}
const listed = async (as: Person, query = ''): Promise<NewsList> =>
  (await world.call(list.GET, { as, path: `/api/v1/news${query}` })).json;
const counted = async (as: Person): Promise<NewsCounts[]> =>
  ((await world.call(counts.GET, { as, path: '/api/v1/news/counts?year=2020' })).json as { items: NewsCounts[] }).items;

describe('filing', () => {
  test('is the county bureau’s; others read or are turned away', async () => {
    const news = await filed();
    expect(news).toMatchObject({
      county: { name: '禄丰市' },
      year: 2020,
      status: 'filed',
      filedBy: '禄丰市住建局 王丽',
    });
    for (const as of ['prefectureBureau', 'lufengFinance', 'lufengLeader', 'lufengCommunity'] as const)
      expect((await send(report(), as)).status).toBe(403);
    expect((await listed('lufengFinance')).items).toMatchObject([{ id: news.id }]);
    expect((await listed('shuangbaiClerk')).items).toEqual([]);
    expect((await world.call(list.GET, { as: 'lufengLeader', path: '/api/v1/news' })).status).toBe(403);
  });

  test('refuses with every reason: a day to come, a kind without what it asks for, nothing to show for it', async () => {
    const { status, json } = await send(
      report({ kind: 'siteMeeting', happenedOn: '2090-01-01', link: null, medium: null, outlet: null }),
    );
    expect(status).toBe(422);
    expect(codes(json)).toEqual(['inFuture', 'placeMissing', 'participantsMissing', 'linkOrFile']);
    expect(codes((await send(report({ happenedOn: '2019-12-31' }))).json)).toEqual(['otherYear']);
    expect(codes((await send(report({ year: 2031 }))).json)).toEqual(['yearUnknown']);
    expect(codes((await send(report({ link: 'javascript:alert(1)' }))).json)).toEqual(['linkUnreadable']);
    expect((await send(report({ title: `${'长'.repeat(201)}` }))).status).toBe(400);
  });

  test('praise rests on a document, a meeting on its place and who came; a file will do for a link', async () => {
    const praise = { kind: 'praise', medium: null, outlet: null };
    expect(codes((await send(report({ ...praise, level: 'county' }))).json)).toEqual([
      ...['levelNotOfKind', 'documentNoMissing', 'issuerMissing'],
    ]);
    const document = { documentNo: '楚政发〔2020〕9号', issuer: '楚雄州人民政府' };
    const file = await fileRow(world, 'lufengClerk', { name: '通报.pdf' });
    const news = await filed({ ...praise, ...document, level: 'prefecture', link: null, fileId: file.id });
    expect(news).toMatchObject({ link: null, file: { name: '通报.pdf' }, ...document });
    const foreign = await fileRow(world, 'shuangbaiClerk');
    expect((await send(report({ link: null, fileId: foreign.id }))).status).toBe(404);
  });

  test('the same is filed once in a county, the first named; another county may file it too', async () => {
    const first = await filed({ title: '云岭新貌', link: 'https://www.yndaily.com/a.html' });
    const sameLink = await send(report({ link: 'http://yndaily.com/a.html#top' }));
    expect(codes(sameLink.json)).toEqual(['linkTwice']);
    expect(sameLink.json.reasons[0].message).toContain('云岭新貌');
    expect(codes((await send(report({ title: '《云岭》新貌' }))).json)).toEqual(['titleTwice']);
    await filed({ title: first.title, link: first.link }, 'shuangbaiClerk');
    const twin = report();
    const both = await Promise.all((['lufengClerk', 'lufengClerk2'] as const).map((as) => send(twin, as)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  });
});

describe('withdrawing', () => {
  test('takes it out of what counts, with a reason; it stays, and can be filed again', async () => {
    const news = await filed({ title: '报错的一条', link: 'https://www.yn.gov.cn/w.html' });
    const end = (as: Person, body: object = { reason: '类别报错' }, version = 1) =>
      ask('POST', withdraw.POST, as, { id: news.id }, { body, version });
    expect((await end('shuangbaiClerk')).status).toBe(404);
    expect((await end('prefectureBureau')).status).toBe(403);
    expect((await end('lufengClerk', {})).status).toBe(400);
    expect((await end('lufengClerk')).json).toMatchObject({ status: 'withdrawn', withdrawnReason: '类别报错' });
    expect((await end('lufengClerk2')).status).toBe(409);
    expect(codes((await end('lufengClerk2', { reason: '再撤' }, 2)).json)).toEqual(['withdrawnAlready']);
    await filed({ title: news.title, link: news.link });
    await expect(world.owner.query('DELETE FROM news WHERE id = $1', [news.id])).rejects.toThrow(/kept for good/);
    await expect(world.owner.query("UPDATE news SET title = '改' WHERE id = $1", [news.id])).rejects.toThrow(/stays/);
  });
});

describe('what counts', () => {
  test('by county, kind and level, and which criteria that meets; a county counts its own', async () => {
    const before = await counted('shuangbaiClerk');
    expect(before.map(({ county }) => county.name)).toEqual(['双柏县']);
    const brief = { kind: 'progress', level: 'county', medium: 'bulletin', outlet: '住建信息' };
    for (const day of ['01', '02', '03']) await filed({ ...brief, happenedOn: `2020-03-${day}` }, 'shuangbaiClerk');
    const gone = await filed({ ...brief, happenedOn: '2020-03-04' }, 'shuangbaiClerk');
    await ask('POST', withdraw.POST, 'shuangbaiClerk', { id: gone.id }, { body: { reason: '重复' }, version: 1 });
    const [own] = await counted('shuangbaiClerk');
    expect(own?.counts).toContainEqual({ kind: 'progress', level: 'county', count: 3 });
    expect(own?.criteria.map(({ code, found, met }) => [code, found, met])).toEqual([
      ['11.1', 1, true],
      ['11.2', 0, false],
      ['11.3', 3, true],
    ]);
    expect((await counted('prefectureBureau')).map(({ county }) => county.name)).toEqual(['禄丰市', '双柏县']);
  });
});

describe('the list', () => {
  test('goes page by page in the order of the days, there and back', async () => {
    const all = await listed('prefectureBureau', '?limit=200');
    const seen: string[] = [];
    let page = await listed('prefectureBureau', '?limit=3');
    const first = page.items.map(({ id }) => id);
    expect(page.previousCursor).toBeNull();
    for (;;) {
      seen.push(...page.items.map(({ id }) => id));
      expect(page.total).toBe(all.total);
      if (!page.nextCursor) break;
      page = await listed('prefectureBureau', `?limit=3&cursor=${page.nextCursor}`);
    }
    expect(seen).toEqual(all.items.map(({ id }) => id));
    const second = await listed(
      'prefectureBureau',
      `?limit=3&cursor=${(await listed('prefectureBureau', '?limit=3')).nextCursor}`,
    );
    const back = await listed('prefectureBureau', `?limit=3&cursor=${second.previousCursor}`);
    expect(back.items.map(({ id }) => id)).toEqual(first);
    expect((await world.call(list.GET, { as: 'lufengClerk', path: '/api/v1/news?cursor=abc' })).status).toBe(400);
  });

  test('filters hold, and the file has what the list shows', async () => {
    const found = await listed('prefectureBureau', `?kind=progress&status=filed&county=${world.shuangbai.id}`);
    expect(found.items.map(({ kind, status }) => [kind, status])).toEqual(Array(3).fill(['progress', 'filed']));
    const named = await listed('lufengClerk', `?q=${encodeURIComponent('云岭')}`);
    expect(named.items.map(({ title }) => title)).toEqual(['云岭新貌']);
    const body = { kind: 'news-list', query: { kind: 'progress', status: 'filed' }, county: world.shuangbai.id };
    const rows = records(sheetOf(await opened(await exported(world, 'prefectureBureau', body)), '新闻信息'));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      县市: '双柏县',
      类别: '推进情况信息',
      级别: '县市级',
      媒体名称: '住建信息',
      状态: '已报送',
    });
    const refused = await world.call((await import('@/app/api/v1/exports/route')).POST, {
      ...{ as: 'lufengLeader' as const, method: 'POST' as const, body: { kind: 'news-list' } },
    });
    expect(refused.status).toBe(403);
  });
});
