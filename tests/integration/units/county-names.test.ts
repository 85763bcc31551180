import { afterAll, beforeAll, expect, test } from 'vitest';
import * as compoundRoute from '@/app/api/v1/compounds/[id]/route';
import * as compoundsRoute from '@/app/api/v1/compounds/route';
import * as noticeRoute from '@/app/api/v1/notices/[id]/route';
import * as noticesRoute from '@/app/api/v1/notices/route';
import * as planRoute from '@/app/api/v1/plans/[id]/route';
import * as plansRoute from '@/app/api/v1/plans/route';
import * as roundRoute from '@/app/api/v1/rounds/[id]/route';
import * as roundsRoute from '@/app/api/v1/rounds/route';
import { placeOptions } from '@/lib/server/compounds/places';
import { withReader } from '@/lib/server/db/with-reader';
import type { Handler } from '@/lib/server/define-route';
import { noticeSubjects } from '@/lib/server/notices/subjects';
import { compoundHead, firstCompounds } from '@/lib/server/votes/compound-head';
import type { Json } from '@/tests/support/asking';
import { voteCompound } from '@/tests/support/vote-compound';
import { insert, makeWorld, type Place, type World } from '@/tests/support/world';

interface Made {
  compound: string;
  round: string;
  plan: string;
  notice: string;
}

let world: World;
let near: Made;
let far: Made;

async function everythingOf(county: Place, account: string): Promise<Made> {
  const { owner, rulebookId } = world;
  const { id: compound, code } = await voteCompound(owner, county, { households: 1 });
  const of = { compound_id: compound, created_by: account };
  const rules = { ...of, rulebook_id: rulebookId };
  return {
    compound,
    round: await insert(owner, 'vote_round', { ...rules, round: 1, attempt: 1, code: `${code}-1`, test: 'policy' }),
    plan: await insert(owner, 'compound_plan', { ...rules, county_id: county.id, no: 1, title: '一区一策' }),
    notice: await insert(owner, 'notice', {
      ...{ county_id: county.id, kind: 'list', title: '项目清单', issuer: '住建局', body: '现予公示', days: 7 },
      created_by: account,
    }),
  };
}

/** Lufeng and its first town have an English name; its community and everything of Shuangbai have none. */
beforeAll(async () => {
  world = await makeWorld();
  const { owner, actors, lufeng, shuangbai } = world;
  await owner.query(`UPDATE unit SET name_en = 'Lufeng' WHERE id = $1`, [lufeng.id]);
  await owner.query(`UPDATE unit SET name_en = 'Jinshan' WHERE id = $1`, [lufeng.subdistricts[0]?.id]);
  near = await everythingOf(lufeng, actors.lufengClerk.accountId);
  far = await everythingOf(shuangbai, actors.shuangbaiClerk.accountId);
});
afterAll(() => world.end());

const ask = async (handler: Handler, params: Record<string, string> = {}): Promise<Json> => {
  const { status, json } = await world.call(handler, { as: 'prefectureBureau', params });
  expect(status, JSON.stringify(json)).toBe(200);
  return json as Json;
};

const NEAR = {
  county: { name: '禄丰市', nameEn: 'Lufeng' },
  subdistrict: { name: '金山镇', nameEn: 'Jinshan' },
  community: { name: '金山社区', nameEn: null },
};
const FAR = {
  county: { name: '双柏县', nameEn: null },
  subdistrict: { name: '妥甸镇', nameEn: null },
  community: { name: '妥甸社区', nameEn: null },
};

const deep = (names: typeof NEAR | typeof FAR) =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key, expect.objectContaining(name)]));

test.each([
  ['compounds', compoundsRoute.GET, compoundRoute.GET, 'compound'],
  ['votes', roundsRoute.GET, roundRoute.GET, 'round'],
] as const)(
  '%s: each place with its English name, or with none, in the list and by itself',
  async (_, list, one, key) => {
    const { items } = await ask(list);
    expect(items).toHaveLength(2);
    expect(items).toEqual(expect.arrayContaining([NEAR, FAR].map((names) => expect.objectContaining(deep(names)))));
    expect(await ask(one, { id: near[key] })).toMatchObject(NEAR);
    expect(await ask(one, { id: far[key] })).toMatchObject(FAR);
  },
);

test('notices: the county', async () => {
  const { items } = await ask(noticesRoute.GET);
  expect(items).toHaveLength(2);
  for (const { county } of [NEAR, FAR])
    expect(items).toContainEqual(expect.objectContaining({ county: expect.objectContaining(county) }));
  expect(await ask(noticeRoute.GET, { id: near.notice })).toMatchObject({ county: NEAR.county });
});

test('plans: a line says county and place in both languages, a plan the whole way to its compound', async () => {
  const { items } = await ask(plansRoute.GET);
  expect(items).toHaveLength(2);
  for (const line of [
    { county: '禄丰市', countyEn: 'Lufeng', place: '金山社区', placeEn: null },
    { county: '双柏县', countyEn: null, place: '妥甸社区', placeEn: null },
  ])
    expect(items).toContainEqual(expect.objectContaining(line));
  const whole = { place: '禄丰市 · 金山镇 · 金山社区', placeEn: 'Lufeng · Jinshan · 金山社区' };
  expect((await ask(planRoute.GET, { id: near.plan })).compound).toMatchObject(whole);
  expect((await ask(planRoute.GET, { id: far.plan })).compound).toMatchObject({
    placeEn: '双柏县 · 妥甸镇 · 妥甸社区',
  });
});

test('a compound without a community lies in its town', async () => {
  await world.owner.query('UPDATE compound SET community_id = NULL WHERE id = $1', [near.compound]);
  const { items } = await ask(plansRoute.GET);
  expect(items).toContainEqual(expect.objectContaining({ place: '金山镇', placeEn: 'Jinshan' }));
  expect((await ask(compoundRoute.GET, { id: near.compound })).community).toBeNull();
});

test('what lists are narrowed by, and what is chosen from', async () => {
  const actor = world.actors.lufengClerk;
  const [places, head, first, subjects] = await withReader(actor, async (reader) => [
    await placeOptions(reader, actor, actor.countyId),
    await compoundHead(reader, actor, near.compound),
    await firstCompounds(reader, actor),
    await noticeSubjects(reader, actor),
  ]);
  expect(places.slice(0, 2)).toMatchObject([NEAR.county, NEAR.subdistrict]);
  expect(head).toMatchObject({ place: '禄丰市 · 金山镇', placeEn: 'Lufeng · Jinshan' });
  expect(first).toMatchObject([{ place: '金山镇', placeEn: 'Jinshan' }]);
  expect(subjects.compounds).toMatchObject([{ place: '金山镇', placeEn: 'Jinshan' }]);
});
