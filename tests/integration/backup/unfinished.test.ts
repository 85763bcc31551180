import { afterAll, beforeAll, expect, test } from 'vitest';
import { readiness } from '@/lib/server/health/ready';
import { refusalText, startFaults } from '@/lib/server/health/refuse-to-start';
import { makeWorld, type World } from '@/tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world?.end());

test('a database whose restore did not end is served by nobody: not at the start, and not by a server that runs', async () => {
  expect(await startFaults()).toEqual([]);
  await world.owner.query('CREATE SCHEMA anju_restoring');
  expect(await startFaults()).toEqual(['restore_unfinished']);
  expect(refusalText(await startFaults())).toContain('恢复没有做完');
  expect(await readiness()).toMatchObject({ status: 'not_ready', faults: ['restore_unfinished'] });
  await world.owner.query('DROP SCHEMA anju_restoring');
  expect((await readiness()).faults).toEqual([]);
});
