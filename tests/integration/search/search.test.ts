import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import * as papersRoute from '@/app/api/v1/projects/[id]/papers/route';
import * as searchRoute from '@/app/api/v1/search/route';
import * as userRoute from '@/app/api/v1/users/[id]/route';
import * as usersRoute from '@/app/api/v1/users/route';
import type { SearchAnswer, SearchGroup, SearchHit } from '@/lib/domain/search/answers';
import { pinyinOf, searchTextOf, searchTextOfTitle } from '@/lib/server/compounds/names';
import { fillSearchWords } from '@/prisma/seed/search-words';
import { fileRow, type ProjectMade, projectRow } from '../../support/project-rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let project: ProjectMade;
let foreign: ProjectMade;

/** A compound as its command leaves it, so that it is found by all that it is found by. */
async function compound(name: string, code: string, place = world.lufeng, [sub, com] = [0, 0]): Promise<string> {
  const town = place.subdistricts[sub];
  return insert(world.owner, 'compound', {
    ...{ county_id: place.id, subdistrict_id: town?.id, community_id: town?.communities[com]?.id, code, name },
    ...{ pinyin: pinyinOf(name), search_text: searchTextOf({ code, name, aliases: [], address: null }) },
    eligibility: 'eligible',
  });
}

async function money({ id, countyId }: ProjectMade, no: string): Promise<void> {
  const { owner, prefectureId, actors } = world;
  const by = actors.prefectureBureau.accountId;
  const year = (await owner.query<{ id: string }>('SELECT id FROM programme_year WHERE year = 2020')).rows[0]?.id;
  const batch = await insert(owner, 'fund_batch', {
    ...{ prefecture_id: prefectureId, programme_year_id: year, document_no: `楚财建〔2020〕${no}号`, total: 100 },
    ...{ document_on: '2020-02-01', title: `关于下达第${no}批资金的通知`, source: 'central', earmark: 'works' },
    created_by: by,
  });
  await insert(owner, 'fund_batch_line', { batch_id: batch, county_id: countyId, amount: 100, created_by: by });
  await owner.query(`UPDATE fund_batch SET status = 'issued', issued_at = now(), issued_by = $2 WHERE id = $1`, [
    batch,
    by,
  ]);
  const contract = (await owner.query<{ id: string }>('SELECT id FROM contract WHERE project_id = $1', [id])).rows[0];
  await insert(owner, 'payment_order', {
    ...{ project_id: id, county_id: countyId, contract_id: contract?.id, source: 'central', earmark: 'works' },
    ...{ amount: 100, items: JSON.stringify([{ item: 'C-R07', amount: '100' }]), payee: '滇中建工 张三丰' },
    ...{ purpose: '进度款', pay_on: '2020-03-02', voucher_no: `付-2020-${no}`, created_by: by },
  });
}

beforeAll(async () => {
  world = await makeWorld();
  // people who were there before there were words
  expect(await fillSearchWords(world.owner)).toBe(Object.keys(world.actors).length);
  await compound('楚雄家园', 'T-0042');
  await compound('楚雄家园东区', 'T-0043', world.lufeng, [0, 1]);
  await compound('百分之50%小区', 'T-0050');
  await compound('百分之50x小区', 'T-0051');
  await compound('楚雄家园', 'S-0042', world.shuangbai);
  for (let at = 0; at < 9; at++) await compound(`城南${at}号院`, `T-01${at}`);
  const named = (name: string) => ({ contractSum: 100_000, row: { name, pinyin: pinyinOf(name) } });
  project = await projectRow(world, { ...named('恐龙谷片区改造项目'), stage: 4, people: ['lufengEntity'] });
  foreign = await projectRow(world, { ...named('恐龙河片区改造项目'), county: 'shuangbai' });
  await money(project, '71');
  await money(foreign, '72');
});
afterAll(() => world.end());

const asked = (as: Person, q: string) =>
  world.call(searchRoute.GET, { as, path: `/api/v1/search?${new URLSearchParams({ q })}` });
async function groupsOf(as: Person, q: string) {
  const called = await asked(as, q);
  expect(called.status, JSON.stringify(called.json)).toBe(200);
  return (called.json as SearchAnswer).groups;
}
const hitsOf = async (as: Person, q: string, group: SearchGroup): Promise<SearchHit[]> =>
  (await groupsOf(as, q)).find((one) => one.group === group)?.hits ?? [];
const titles = async (as: Person, q: string, group: SearchGroup) =>
  (await hitsOf(as, q, group)).map(({ title }) => title);

describe('compounds', () => {
  it.each(['楚雄家园', '家园', 'chuxiongjiayuan', 'CXJY', 'ｃｘｊｙ', 'jiayuan', 'T-004'])('%s', async (q) => {
    expect(await titles('lufengClerk', q, 'compounds')).toEqual(['楚雄家园', '楚雄家园东区']);
  });

  it('the very number comes alone and first, with what tells it from others of the name', async () => {
    const [hit, ...more] = await hitsOf('lufengClerk', 't-0043', 'compounds');
    expect(more).toEqual([]);
    expect(hit).toMatchObject({ kind: 'compound', title: '楚雄家园东区', note: 'T-0043 · 金山镇 · 金山东河社区' });
    expect(hit?.href).toBe(`/compounds/${hit?.id}`);
  });

  it('of those that only sound so, the one that begins so comes first', async () => {
    expect((await titles('lufengClerk', 'cn', 'compounds'))[0]).toMatch(/^城南/);
  });

  it('the prefecture finds those of all counties, and is told which county', async () => {
    const notes = (await hitsOf('prefectureBureau', '楚雄家园', 'compounds')).map(({ note }) => note);
    expect(notes).toHaveLength(3);
    expect(notes).toEqual(
      expect.arrayContaining([expect.stringContaining('双柏县'), expect.stringContaining('禄丰市')]),
    );
  });

  it('a county finds nothing of another, whatever it knows of it', async () => {
    expect(await groupsOf('lufengClerk', 'S-0042')).toEqual([]);
    expect(await titles('shuangbaiClerk', 'cxjy', 'compounds')).toEqual(['楚雄家园']);
  });

  it('a community officer finds those of the community', async () => {
    expect(await titles('lufengCommunity', 'cxjy', 'compounds')).toEqual(['楚雄家园']);
    expect(await titles('lufengCommunity2', 'cxjy', 'compounds')).toEqual(['楚雄家园东区']);
  });

  it.each(['50%', '之50%小'])('signs of patterns are letters: %s', async (q) => {
    expect(await titles('lufengClerk', q, 'compounds')).toEqual(['百分之50%小区']);
  });
  it.each(['__', '%%', '50_', "'; --", '\\\\'])('and stand for nothing else: %s', async (q) => {
    expect(await groupsOf('lufengClerk', q)).toEqual([]);
  });

  it('more than are shown lead to the list, with the same words', async () => {
    const group = (await groupsOf('lufengClerk', '城南')).find((one) => one.group === 'compounds');
    expect(group?.hits).toHaveLength(6);
    expect(group?.all).toBe('/compounds?q=%E5%9F%8E%E5%8D%97&status=all');
    expect((await groupsOf('lufengClerk', '家园')).map(({ all }) => all)).toEqual([null]);
  });
});

describe('projects', () => {
  it.each(['恐龙谷', 'konglonggu', 'klg', 'klgpq'])('%s', async (q) => {
    expect(await titles('lufengClerk', q, 'projects')).toEqual(['恐龙谷片区改造项目']);
  });

  it('by number, with the stage it is in', async () => {
    const [hit] = await hitsOf('prefectureBureau', project.code, 'projects');
    expect(hit).toMatchObject({
      kind: 'project',
      note: `${project.code} · 禄丰市 · 制订初步设计方案`,
      href: `/projects/${project.id}`,
    });
  });

  it('people of a project find it and no other; another county finds its own', async () => {
    expect(await titles('lufengEntity', 'kl', 'projects')).toEqual(['恐龙谷片区改造项目']);
    expect(await titles('shuangbaiClerk', 'kl', 'projects')).toEqual(['恐龙河片区改造项目']);
    expect(await titles('prefectureBureau', 'kl', 'projects')).toHaveLength(2);
  });
});

describe('papers', () => {
  test('of projects, by title, sound and number, from the moment they are filed', async () => {
    const fileId = (await fileRow(world, 'lufengClerk')).id;
    const body = { kind: 'design', fileId, title: '初步设计（送审稿）', documentNo: '禄住建设〔2020〕９号' };
    const filed = await world.call(papersRoute.POST, {
      as: 'lufengClerk',
      method: 'POST',
      params: { id: project.id },
      body,
    });
    expect(filed.status, JSON.stringify(filed.json)).toBe(201);
    for (const q of ['送审稿', 'songshengao', 'cbsj', '禄住建设〔2020〕9号', '(送审']) {
      const [hit] = await hitsOf('lufengClerk', q, 'papers');
      expect([q, hit?.title, hit?.href]).toEqual([q, '初步设计（送审稿）', `/projects/${project.id}/papers#design`]);
    }
    expect(await titles('lufengEntity', '送审稿', 'papers')).toEqual(['初步设计（送审稿）']);
    expect(await titles('shuangbaiClerk', '送审稿', 'papers')).toEqual([]);
    const { rows } = await world.owner.query(
      `SELECT after ? 'search_text' AS told FROM audit_line WHERE entity = 'paper'`,
    );
    expect(rows).toEqual([{ told: false }]);
  });

  test('notices by title and its sound', async () => {
    const title = '禄丰市老旧小区改造项目清单公示';
    await insert(world.owner, 'notice', {
      ...{
        county_id: world.lufeng.id,
        kind: 'list',
        title,
        search_text: searchTextOfTitle(title),
        issuer: '禄丰市住建局',
      },
      ...{ body: '…', days: 5, created_by: world.actors.lufengClerk.accountId },
    });
    for (const q of ['清单公示', 'qdgs', 'qingdan']) expect(await titles('lufengClerk', q, 'papers')).toContain(title);
    expect(await titles('shuangbaiClerk', '清单公示', 'papers')).toEqual([]);
  });

  test('batches and requests for payment by number; whom money goes to is not searched', async () => {
    const found = await hitsOf('lufengClerk', '2020〕71号', 'papers');
    expect(found).toMatchObject([{ kind: 'batch', title: '关于下达第71批资金的通知' }]);
    expect(await hitsOf('lufengClerk', '付-2020-7', 'papers')).toMatchObject([
      { kind: 'order', title: '付-2020-71', note: '支付申请 · 1.00 元 · 恐龙谷片区改造项目 · 待审核' },
    ]);
    // the latest first
    expect(await titles('prefectureBureau', '付-2020-7', 'papers')).toEqual(['付-2020-72', '付-2020-71']);
    for (const q of ['张三丰', '滇中建工']) expect(await groupsOf('prefectureBureau', q)).toEqual([]);
  });

  test('what a role may not open it is not told of', async () => {
    expect(await groupsOf('lufengCommunity', '付-2020-71')).toEqual([]);
    expect((await groupsOf('lufengEntity', '楚雄家园')).map(({ group }) => group)).toEqual([]);
    expect((await groupsOf('lufengLeader', '楚雄家园')).map(({ group }) => group)).toEqual(['compounds']);
    expect(await titles('lufengLeader', '付-2020-71', 'papers')).toEqual(['付-2020-71']);
  });
});

describe('people', () => {
  it.each([
    ['钱进', ['禄丰市财政局 钱进']],
    ['qianjin', ['禄丰市财政局 钱进']],
    ['禄丰 财政局', ['禄丰市财政局 钱进']],
    ['czj', ['禄丰市财政局 钱进']],
    ['lufengfinance', ['禄丰市财政局 钱进']],
    ['金山社区', ['金山社区 陈芳']],
  ])('a county bureau: %s', async (q, expected) => {
    expect(await titles('lufengClerk', q, 'people')).toEqual(expected);
  });

  it('are told with role, unit and user name', async () => {
    const [hit] = await hitsOf('lufengClerk', '钱进', 'people');
    expect(hit).toMatchObject({ note: '县市财政局 · 禄丰市 · lufengfinance', href: `/users/${hit?.id}` });
  });

  it('only those who see accounts, and those of their own territory', async () => {
    expect(await titles('prefectureBureau', '李云', 'people')).toEqual(['双柏县住建局 李云']);
    for (const as of ['lufengClerk', 'prefectureFinance', 'shuangbaiCommunity', 'lufengTown'] as const)
      expect([as, await groupsOf(as, '李云')]).toEqual([as, []]);
  });

  it('a new account and a new name are found by their sounds at once', async () => {
    const unitId = world.lufeng.id;
    const body = {
      username: 'lf.xin',
      displayName: '禄丰市住建局 欧阳静',
      role: 'county_bureau',
      unitId,
      password: 'Anfang-2020-neu',
    };
    const made = await world.call(usersRoute.POST, { as: 'lufengClerk', method: 'POST', body });
    expect(made.status, JSON.stringify(made.json)).toBe(201);
    expect(await titles('lufengClerk', 'ouyangjing', 'people')).toEqual(['禄丰市住建局 欧阳静']);
    const { id, version } = made.json as { id: string; version: number };
    const headers = { 'if-match': `"${version}"` };
    const change = { displayName: '禄丰市住建局 欧阳婧文' };
    await world.call(userRoute.PATCH, { as: 'lufengClerk', method: 'PATCH', params: { id }, body: change, headers });
    expect(await titles('lufengClerk', 'oyjw', 'people')).toEqual(['禄丰市住建局 欧阳婧文']);
    expect(await titles('lufengClerk', 'ouyangjing', 'people')).toEqual(['禄丰市住建局 欧阳婧文']);
  });
});

describe('pages of the product', () => {
  it.each([
    ['月报', '/progress'],
    ['yuebao', '/progress'],
    ['yb', '/progress'],
  ])('%s', async (q, href) => {
    const [hit] = await hitsOf('lufengClerk', q, 'pages');
    expect(hit).toMatchObject({ kind: 'page', title: '月报', href });
  });

  it('only those that the role may open', async () => {
    expect((await hitsOf('prefectureBureau', '审计', 'pages')).map(({ href }) => href)).toEqual(['/audit']);
    expect(await groupsOf('lufengCommunity', '审计')).toEqual([]);
  });
});

describe('what is asked', () => {
  it.each(['', '楚', ' 楚 ', '楚'.repeat(61)])('is 2 to 60 signs: %j', async (q) => {
    expect((await asked('lufengClerk', q)).status).toBe(400);
  });
});

test('rows from before get their words when the application settles, once, and nothing else of them changes', async () => {
  const by = world.actors.lufengClerk.accountId;
  const fileId = (await fileRow(world, 'lufengClerk')).id;
  const old = await insert(world.owner, 'paper', {
    ...{
      project_id: project.id,
      county_id: project.countyId,
      kind: 'costEstimate',
      stage: 4,
      no: 1,
      title: '旧概算书',
    },
    ...{ file_id: fileId, file_sha256: randomUUID(), created_by: by, status: 'withdrawn', ended_reason: '重报' },
  });
  const lines = async () => (await world.owner.query('SELECT count(*)::int AS n FROM audit_line')).rows[0]?.n;
  const before = await lines();
  expect(await fillSearchWords(world.owner)).toBe(1);
  expect(await fillSearchWords(world.owner)).toBe(0);
  expect(await lines()).toBe(before);
  const { rows } = await world.owner.query('SELECT search_text FROM paper WHERE id = $1', [old]);
  expect(rows).toEqual([{ search_text: '旧概算书 jiugaisuanshu jgss' }]);
  // and stay: a paper is what it was filed as
  await expect(world.owner.query(`UPDATE paper SET search_text = 'x' WHERE id = $1`, [old])).rejects.toThrow(/stays/);
  expect(await titles('lufengClerk', 'shiqin', 'people')).toEqual(['东河社区 施琴']);
});
