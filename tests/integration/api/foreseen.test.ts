import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import * as overview from '@/app/api/v1/funds/overview/route';
import { pool, readPool } from '@/lib/server/db/pool';
import { makeWorld, type World } from '../../support/world';

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  cookie = await world.signIn('lufengClerk');
});

const read = () => world.call(overview.GET, { cookie, path: '/api/v1/funds/overview' });
const change = (set: string, ...values: unknown[]) =>
  world.owner.query(`UPDATE account SET ${set} WHERE username = 'lufengclerk'`, values);

/** What the requests of `work` asked of each pool. */
async function asked(work: () => Promise<unknown>) {
  const apart = vi.spyOn(pool(), 'query');
  const borrowed = vi.spyOn(readPool(), 'connect');
  await work();
  const counts = { sessions: apart.mock.calls.length, reads: borrowed.mock.calls.length };
  vi.restoreAllMocks();
  return counts;
}

/** A read is sent together with the question who asks; what ends or changes a session holds from the next read on all the same. */
it('asks who it is in front of the read, in its packet, once it was told', async () => {
  expect(await asked(read)).toEqual({ sessions: 1, reads: 1 });
  expect(await asked(read)).toEqual({ sessions: 0, reads: 1 });
  const [first, second] = [await read(), await read()];
  expect(second.status).toBe(200);
  expect(second.json).toEqual({ ...(first.json as object), asOf: expect.any(String) });
});

it('answers nobody whose session has ended since', async () => {
  expect([(await read()).status, (await read()).status]).toEqual([200, 200]);
  await world.owner.query('SELECT auth_end_sessions($1, $2)', [world.actors.lufengClerk.accountId, 'sign_out']);
  expect((await read()).status).toBe(401);
  expect((await read()).status).toBe(401);
});

it.each([
  ['a password chosen by somebody else', 'must_change_password = true', 'must_change_password = false', 403],
  ['an account that was disabled', 'disabled_at = anju_now()', 'disabled_at = NULL', 401],
])('looks anew after %s', async (_, after, before, status) => {
  expect([(await read()).status, (await read()).status]).toEqual([200, 200]);
  await change(after);
  expect((await read()).status).toBe(status);
  await change(before);
  expect((await read()).status).toBe(200);
});

it('shows the rows of the county where one works now, never those of before', async () => {
  const name = async () => ((await read()).json as { unit: { name: string } }).unit.name;
  expect([await name(), await name()]).toEqual(['禄丰市', '禄丰市']);
  const { lufeng, shuangbai } = world;
  const move = (id: string) => change('county_id = $1, unit_id = $1', id);
  await move(shuangbai.id);
  expect(await name()).toBe('双柏县');
  await move(lufeng.id);
  expect(await name()).toBe('禄丰市');
});

it('says a refusal as without guessing, each time', async () => {
  await read();
  const foreign = () =>
    world.call(overview.GET, { cookie, path: `/api/v1/funds/overview?county=${world.shuangbai.id}` });
  expect([(await foreign()).status, (await foreign()).status]).toEqual([404, 404]);
});

it('is told once a minute that somebody is still there', async () => {
  await read();
  await world.owner.query("UPDATE session SET last_seen_at = anju_now() - interval '2 minutes'");
  expect((await read()).status).toBe(200);
  const { rows } = await world.owner.query(
    "SELECT count(*)::int AS seen FROM session WHERE last_seen_at > anju_now() - interval '1 minute'",
  );
  expect(rows).toEqual([{ seen: 1 }]);
});
