import { afterAll, beforeAll, expect, test } from 'vitest';
import { givePassword, PASSWORD } from '@/tests/support/sign-in';
import type { World } from '@/tests/support/world';
import { type Drill, openDrill, type Served } from './support/drill';

let drill: Drill & { world: World };
let server: Served;

beforeAll(async () => {
  drill = await openDrill();
  server = await drill.serve();
});
afterAll(() => drill?.end());

test('the built application serves on a cluster of its own, and a person signs in', async () => {
  const person = server.client();
  const username = await givePassword(drill.world, 'lufengClerk');
  expect((await person.signIn(username, PASSWORD)).status).toBe(200);
  const me = await person.json<{ username: string }>('/api/v1/me');
  expect(me.username).toBe('lufengclerk');
});

test('two servers and a worker stand on one database', async () => {
  const second = await drill.serve();
  await drill.work();
  const cookie = await drill.world.signIn('shuangbaiClerk');
  for (const one of [server, second])
    expect((await one.client(cookie).json<{ username: string }>('/api/v1/me')).username).toBe('shuangbaiclerk');
});
