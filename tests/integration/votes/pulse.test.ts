import { afterAll, beforeAll, expect, it } from 'vitest';
import * as annul from '@/app/api/v1/ballots/[id]/annul/route';
import * as ballots from '@/app/api/v1/rounds/[id]/ballots/route';
import * as checks from '@/app/api/v1/rounds/[id]/checks/route';
import * as close from '@/app/api/v1/rounds/[id]/close/route';
import * as open from '@/app/api/v1/rounds/[id]/open/route';
import * as pulse from '@/app/api/v1/rounds/[id]/pulse/route';
import * as round from '@/app/api/v1/rounds/[id]/route';
import * as visits from '@/app/api/v1/rounds/[id]/visits/route';
import * as rounds from '@/app/api/v1/rounds/route';
import { withReader } from '@/lib/server/db/with-reader';
import type { Handler } from '@/lib/server/define-route';
import { roundPulse } from '@/lib/server/votes/pulse';
import { type VoteCompound, voteCompound } from '../../support/vote-compound';
import { makeWorld, type Person, type World } from '../../support/world';

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the office reads them, field by field
type Json = any;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

async function post(handler: Handler, as: Person, id: string, body?: object, version?: number): Promise<Json> {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
  const { status, json } = await world.call(handler, { as, method: 'POST', params: { id }, body, headers });
  expect(status, JSON.stringify(json)).toBeLessThan(300);
  return json;
}

interface Known {
  since: number;
  building?: string;
  at?: string;
}
const ask = async (id: string, known: Known, as: Person = 'lufengCommunity') => {
  const query = new URLSearchParams(JSON.parse(JSON.stringify(known)));
  const { status, json } = await world.call(pulse.GET, {
    as,
    params: { id },
    path: `/api/v1/rounds/x/pulse?${query}`,
  });
  return { status, json: json as Json };
};

async function opened(households = 12): Promise<{ id: string; version: number; compound: VoteCompound; seq: number }> {
  const compound = await voteCompound(world.owner, world.lufeng, { households });
  const draft = await post(rounds.POST, 'lufengCommunity', '', { compoundId: compound.id, round: 1 });
  const { id, version } = await post(open.POST, 'lufengCommunity', draft.id, undefined, draft.version);
  const { json } = await ask(id, { since: 0 });
  return { id, version, compound, seq: json.seq };
}
const ballot = (compound: VoteCompound, at: number, more: object = {}) => ({
  householdId: compound.homes[at]?.id,
  choice: 'agree',
  channel: 'door',
  ...more,
});
const idsOf = (rows: Json[]): string[] => rows.map(({ id }: { id: string }) => id);

it('tells only what came since, with the sums as the round tells them', async () => {
  const { id, compound, seq } = await opened();
  const [building, second] = compound.buildingIds;
  expect((await ask(id, { since: seq, building })).json).toMatchObject({ seq, status: 'open', changed: null });

  await post(ballots.POST, 'lufengCommunity', id, { ballots: [ballot(compound, 0), ballot(compound, 9)] });
  const made = await post(ballots.POST, 'lufengClerk', id, { ballots: [ballot(compound, 1, { choice: 'disagree' })] });
  const both = (await ask(id, { since: seq, building })).json;
  expect(idsOf(both.changed.homes)).toEqual([compound.homes[0]?.id, compound.homes[1]?.id]);
  expect(both.changed.homes[1]).toMatchObject({
    choice: 'disagree',
    ballotId: made.ballots[0].id,
    signs: [],
    room: '102',
  });
  const whole = (await world.call(round.GET, { as: 'lufengCommunity', params: { id } })).json as Json;
  expect([both.seq, both.changed.tally, both.changed.buildings]).toEqual([
    whole.head.seq,
    whole.tally,
    whole.buildings,
  ]);
  expect(both.changed.verdict).toEqual(whole.verdicts[0]);

  const later = (await ask(id, { since: both.seq - 1, building })).json;
  expect(idsOf(later.changed.homes)).toEqual([compound.homes[1]?.id]);
  const there = (await ask(id, { since: seq, building: second })).json;
  expect(idsOf(there.changed.homes)).toEqual([compound.homes[9]?.id]);
  expect((await ask(id, { since: both.seq, building })).json.changed).toBeNull();
  // who looks at the sums alone is told no household
  expect((await ask(id, { since: seq })).json.changed).toMatchObject({ homes: [], tally: { returned: 3 } });
});

it('a correction, an annulment, a second look and a dwelling elsewhere are changes; a visit too, where one says when one looked', async () => {
  const compound = await voteCompound(world.owner, world.lufeng, { households: 12 });
  // the first home of each building has one owner
  await world.owner.query(
    'UPDATE household_owner SET owner_id = (SELECT owner_id FROM household_owner WHERE household_id = $1) WHERE household_id = $2',
    [compound.homes[0]?.id, compound.homes[8]?.id],
  );
  const draft = await post(rounds.POST, 'lufengCommunity', '', { compoundId: compound.id, round: 1 });
  const { id } = await post(open.POST, 'lufengCommunity', draft.id, undefined, draft.version);
  const [building] = compound.buildingIds;
  const list = { ballots: [ballot(compound, 2), ballot(compound, 3), ballot(compound, 8)] };
  const { ballots: made } = await post(ballots.POST, 'lufengCommunity', id, list);
  const start = (await ask(id, { since: 0, building })).json;
  expect(start.changed.elsewhere).toEqual([{ id: compound.homes[8]?.id, choice: 'agree' }]);

  await post(checks.POST, 'lufengTown', id, {
    checks: [{ ballotId: made[0].id, verdict: 'wrong', note: '表上写的是不同意' }],
  });
  const looked = (await ask(id, { since: start.seq, building })).json;
  expect(looked.changed.homes).toMatchObject([{ id: compound.homes[2]?.id, signs: ['wrong'] }]);

  const corrected = ballot(compound, 2, { choice: 'disagree', replaces: made[0].id, reason: '以表为准' });
  await post(ballots.POST, 'lufengClerk', id, { ballots: [corrected] });
  await post(annul.POST, 'lufengClerk', made[1].id, { reason: '登记错了户' });
  const after = (await ask(id, { since: looked.seq, building })).json;
  expect(after.changed.homes.map(({ choice }: Json) => choice)).toEqual(['disagree', null]);

  const visit = { householdId: compound.homes[5]?.id, outcome: 'nobody_in', note: '晚上再来' };
  await post(visits.POST, 'lufengClerk', id, { visits: [visit] });
  expect((await ask(id, { since: after.seq, building })).json.changed).toBeNull();
  const visited = (await ask(id, { since: after.seq, building, at: after.asOf })).json;
  expect(visited.changed.homes).toMatchObject([{ id: visit.householdId, door: 'nobody_in', doorNote: '晚上再来' }]);
});

it('while nothing happens it is one question to the database', async () => {
  const { id, compound, seq } = await opened(2);
  const [building] = compound.buildingIds;
  const asked = (since: number) =>
    withReader(world.actors.lufengCommunity, async (reader) => {
      let count = 0;
      const counting = {
        $queryRaw: <T>(...given: Parameters<typeof reader.$queryRaw>) => {
          count += 1;
          return reader.$queryRaw<T>(...given);
        },
      };
      const at = '2026-01-01T00:00:00.000Z';
      await roundPulse(counting, world.actors.lufengCommunity, id, { since, building, at });
      return count;
    });
  expect(await asked(seq)).toBe(1);
  expect(await asked(seq - 1)).toBeGreaterThan(1);
});

it('says that the round was closed, and nothing at all to another county or another community; to a leader no household', async () => {
  const { id, version, compound, seq } = await opened(2);
  const [building] = compound.buildingIds;
  for (const as of ['shuangbaiClerk', 'shuangbaiCommunity', 'lufengCommunity2'] as const)
    for (const since of [0, seq]) expect((await ask(id, { since, building }, as)).status, as).toBe(404);
  expect((await ask(id, { since: seq }, 'lufengTown')).status).toBe(200);
  // a building of another round is no building of this one
  const other = await opened(2);
  await post(ballots.POST, 'lufengCommunity', other.id, { ballots: [ballot(other.compound, 0)] });
  expect((await ask(id, { since: 0, building: other.compound.buildingIds[0] })).json.changed.homes).toEqual([]);
  await post(ballots.POST, 'lufengCommunity', id, { ballots: [ballot(compound, 0), ballot(compound, 1)] });
  await post(close.POST, 'lufengCommunity', id, undefined, version);
  const led = (await ask(id, { since: seq, building }, 'lufengLeader')).json;
  expect(led.changed).toMatchObject({ tally: { returned: 2 }, homes: [], elsewhere: [] });
  expect((await ask(id, { since: seq })).json).toMatchObject({ status: 'closed', changed: { tally: { returned: 2 } } });
});

it.each(['since=-1', 'since=x', 'building=1', 'at=0000-01-01T00:00:00Z', 'at=gestern', 'from=1'])(
  'refuses what it does not understand: %s',
  async (query) => {
    const { id } = await opened(1);
    const { status } = await world.call(pulse.GET, {
      as: 'lufengCommunity',
      params: { id },
      path: `/api/v1/rounds/x/pulse?${query}`,
    });
    expect([400, 422]).toContain(status);
  },
);
