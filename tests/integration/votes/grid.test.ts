import { afterAll, beforeAll, expect, it } from 'vitest';
import * as ballots from '@/app/api/v1/rounds/[id]/ballots/route';
import * as checks from '@/app/api/v1/rounds/[id]/checks/route';
import * as visits from '@/app/api/v1/rounds/[id]/visits/route';
import { withActor } from '@/lib/server/db/with-actor';
import type { Handler } from '@/lib/server/define-route';
import { dwellingsElsewhere, gridFrame, gridHomes } from '@/lib/server/votes/grid';
import { openRoundOf } from '../../support/opened-round';
import { voteCompound } from '../../support/vote-compound';
import { makeWorld, type Person, type World } from '../../support/world';

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the office reads them, field by field
type Json = any;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

async function post(handler: Handler, as: Person, id: string, body: object): Promise<Json> {
  const { status, json } = await world.call(handler, { as, method: 'POST', params: { id }, body });
  expect(status, JSON.stringify(json)).toBeLessThan(300);
  return json;
}

it('a building of the grid says who should be looked at, what was noted at the door, and where else its owners live', async () => {
  const compound = await voteCompound(world.owner, world.lufeng, { households: 12 });
  // the first home of each building has one owner
  const [first, , third] = compound.homes;
  const other = compound.homes[8];
  await world.owner.query(
    'UPDATE household_owner SET owner_id = (SELECT owner_id FROM household_owner WHERE household_id = $1) WHERE household_id = $2',
    [first?.id, other?.id],
  );
  const { id } = await openRoundOf(world, compound);
  const said = { ballots: [first, third].map((home) => ({ householdId: home?.id, choice: 'agree', channel: 'door' })) };
  const made = await post(ballots.POST, 'lufengCommunity', id, said);
  const beside = { householdId: third?.id, choice: 'disagree', channel: 'door', reason: '两人说法不同' };
  await post(ballots.POST, 'lufengClerk', id, { ballots: [{ ...beside, beside: made.ballots[1].id }] });
  const wrong = { ballotId: made.ballots[0].id, verdict: 'wrong', note: '表上写的是不同意' };
  await post(checks.POST, 'lufengTown', id, { checks: [wrong] });
  for (const note of ['白天无人', '晚上七点后在家'])
    await post(visits.POST, 'lufengCommunity', id, {
      visits: [{ householdId: first?.id, outcome: 'nobody_in', note }],
    });

  const [building, second] = compound.buildingIds;
  const read = await withActor(world.actors.lufengCommunity, async (tx) => ({
    homes: await gridHomes(tx, id, building ?? ''),
    elsewhere: await dwellingsElsewhere(tx, id, building ?? ''),
    frame: await gridFrame(tx, id),
  }));
  expect(read.homes).toHaveLength(8);
  const of = (home?: { id: string }) => read.homes.find((one) => one.id === home?.id);
  expect(of(first)).toMatchObject({ signs: ['wrong'], doorNote: '晚上七点后在家', voterDwellings: 2, checked: false });
  expect(of(third)).toMatchObject({ signs: ['beside'], choice: 'agree', doorNote: null });
  expect(read.elsewhere).toEqual([
    { voter: of(first)?.voter, id: other?.id, buildingId: second, where: `2栋 1单元 ${other?.room}`, choice: null },
  ]);
  expect(read.frame.menu).toHaveLength(36);
  expect(read.frame.today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
