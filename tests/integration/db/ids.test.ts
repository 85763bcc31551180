import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/server/db/new-id';
import { makeWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

async function given(): Promise<string[]> {
  const { rows } = await world.owner.query<{ id: string }>(
    'SELECT anju_new_id() AS id FROM generate_series(1, 10000) n',
  );
  return rows.map(({ id }) => id);
}

/** What is written in one go has one time: its ids alone say what came first. */
it.each([
  ['the database', given],
  ['the application', async () => Array.from({ length: 10_000 }, newId)],
])('ids that %s gives are in the order of their giving, each once, and carry the time', async (_, give) => {
  const before = Date.now();
  const ids = await give();
  expect(ids).toEqual([...new Set(ids)].sort());
  for (const id of ids) expect(id).toMatch(VERSION_7);
  expect(timeOf(ids[0] ?? '')).toBeGreaterThanOrEqual(before);
  // at most the few milliseconds that ten thousand in one of them borrow
  expect(timeOf(ids.at(-1) ?? '')).toBeLessThanOrEqual(Date.now() + 3);
});
