import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compoundListQuery } from '@/lib/domain/compounds/list-query';
import { listCompounds } from '@/lib/server/compounds/list';
import { keptOf } from '@/lib/server/compounds/list-total';
import { withReader } from '@/lib/server/db/with-reader';
import { makeWorld, type Person, type World } from '../../support/world';
import { addCompound, addSurvey } from '../dashboards/compounds';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  const { village } = await addSurvey(world);
  await world.owner.query(`UPDATE compound SET willingness = 'strong', ownership_kind = 'reformed' WHERE id <> $1`, [
    village,
  ]);
  const gone = await addCompound(world, { name: '已注销小区', county: 'lufeng', at: [0, 0], year: 1986 });
  await world.owner.query(
    `UPDATE compound SET status = 'retired', retired_at = anju_now(), retired_reason = '重复' WHERE id = $1`,
    [gone],
  );
});
afterAll(() => world.end());

const PEOPLE: Person[] = ['prefectureBureau', 'lufengClerk', 'lufengTown', 'lufengCommunity', 'shuangbaiClerk'];

/** What a list may be asked for, with values that are found and others that are not; places are said by their names here. */
const FILTERS = {
  county: ['lufeng', 'shuangbai'],
  subdistrict: ['first', 'second'],
  community: ['own'],
  eligibility: ['eligible', 'ineligible', 'incomplete'],
  reason: ['eligibility.builtInTime', 'eligibility.excluded.urbanVillage', 'eligibility.never'],
  missing: ['readiness.photos', 'eligibility.missing.yearBuilt'],
  ready: ['yes', 'no'],
  decade: ['1980', '1990', '2000', 'unknown'],
  yearFrom: ['1990'],
  yearTo: ['1999'],
  ownership: ['reformed', 'unknown'],
  willingness: ['strong', 'unknown'],
  facility: ['drainage', 'roads', 'parking'],
  condition: ['missing', 'poor', 'good'],
  q: ['小区', '铁路'],
  status: ['active', 'retired', 'all'],
} as const;

type Asked = Partial<Record<keyof typeof FILTERS, string>>;

function placed(asked: Asked): Asked {
  const { lufeng, shuangbai } = world;
  const [first, second] = lufeng.subdistricts;
  const ids: Record<string, string | undefined> = { lufeng: lufeng.id, shuangbai: shuangbai.id };
  return {
    ...asked,
    ...(asked.county ? { county: ids[asked.county] } : {}),
    ...(asked.subdistrict ? { subdistrict: (asked.subdistrict === 'first' ? first : second)?.id } : {}),
    ...(asked.community ? { community: first?.communities[0]?.id } : {}),
  };
}

async function look(person: Person, asked: Asked) {
  const actor = world.actors[person];
  const query = compoundListQuery.parse({ ...placed(asked), limit: 200 });
  const list = await withReader(actor, (reader) => listCompounds(reader, actor, query));
  return { total: list?.total, found: list?.items.length };
}

const filter = fc
  .constantFrom(...(Object.keys(FILTERS) as (keyof typeof FILTERS)[]))
  .chain((name) => fc.constantFrom(...FILTERS[name]).map((value): Asked => ({ [name]: value })));
const asked = fc.array(filter, { maxLength: 3 }).map((parts): Asked => Object.assign({}, ...parts));

test('how many fit is what the list holds, whoever asks for whatever', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PEOPLE), asked, async (person, wanted) => {
      const { total, found } = await look(person, wanted);
      expect(total).toBe(found);
    }),
    { numRuns: 400, seed: 20201 },
  );
});

test('the numbers themselves', async () => {
  expect(await look('prefectureBureau', {})).toEqual({ total: 5, found: 5 });
  expect(await look('prefectureBureau', { willingness: 'strong', county: 'lufeng' })).toEqual({ total: 3, found: 3 });
  expect(await look('lufengTown', { facility: 'drainage' })).toEqual({ total: 2, found: 2 });
  expect(await look('lufengCommunity', { eligibility: 'eligible', decade: '1980' })).toEqual({ total: 1, found: 1 });
  expect(await look('lufengClerk', { county: 'shuangbai' })).toEqual({ total: 0, found: 0 });
});

test('one filter of a kind is read from the kept sums, two at once are counted', () => {
  const of = (query: Asked) => keptOf(compoundListQuery.parse(query));
  expect(of({})).toEqual({ dimension: 'all', keys: [''] });
  expect(of({ willingness: 'strong', eligibility: 'eligible' })).toEqual({
    dimension: 'willingness',
    keys: ['strong'],
  });
  expect(of({ facility: 'roads' })).toEqual({ dimension: 'facility', keys: ['roads:poor', 'roads:missing'] });
  expect(of({ facility: 'roads', condition: 'good' })).toEqual({ dimension: 'facility', keys: ['roads:good'] });
  for (const counted of [
    { willingness: 'strong', decade: '1980' },
    { condition: 'poor' },
    { q: '铁路' },
    { status: 'retired' },
    { yearFrom: '1990' },
  ] as Asked[])
    expect(of(counted)).toBeNull();
});
