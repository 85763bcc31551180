import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as years from '@/app/api/v1/programme/years/[id]/route';
import * as ballots from '@/app/api/v1/rounds/[id]/ballots/route';
import * as callBack from '@/app/api/v1/rounds/[id]/call-backs/[householdId]/route';
import * as checks from '@/app/api/v1/rounds/[id]/checks/route';
import * as close from '@/app/api/v1/rounds/[id]/close/route';
import * as rounds from '@/app/api/v1/rounds/route';
import * as tasksRoute from '@/app/api/v1/tasks/route';
import { tasksAnswer } from '@/lib/domain/tasks/answers';
import { conditionsOf } from '@/lib/domain/votes/rounds';
import { withReader } from '@/lib/server/db/with-reader';
import type { Handler } from '@/lib/server/define-route';
import { drawnHomes, drawOf } from '@/lib/server/votes/call-back-list';
import { votesOfCompound } from '@/lib/server/votes/of-compound';
import { prospectOf } from '@/lib/server/votes/prospect';
import { type Opened, openedRound } from '../../support/opened-round';
import { voteCompound } from '../../support/vote-compound';
import { type CallOptions, makeWorld, type Person, type World } from '../../support/world';

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the office reads them, field by field
type Json = any;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

async function ask(handler: Handler, as: Person, options: Omit<CallOptions, 'as'> = {}) {
  const called = await world.call(handler, { as, ...options });
  return { status: called.status, json: called.json as Json };
}
const post = (handler: Handler, as: Person, id: string, body?: unknown, version?: number) =>
  ask(handler, as, {
    method: 'POST',
    params: { id },
    body,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  });

const opened = (households = 6) => openedRound(world, households);

const record = async ({ id, compound }: Opened, at: number, as: Person, more: object = {}): Promise<string> => {
  const ballot = { householdId: compound.homes[at]?.id, choice: 'agree', channel: 'meeting', ...more };
  const made = await post(ballots.POST, as, id, { ballots: [ballot] });
  expect(made.status, JSON.stringify(made.json)).toBe(201);
  return made.json.ballots[0].id;
};
const look = (id: string, as: Person, list: object[]) => post(checks.POST, as, id, { checks: list });
const list = async (id: string, as: Person, query = '') =>
  (await ask(checks.GET, as, { params: { id }, path: `/api/v1/rounds/${id}/checks${query}` })).json;
const tasksOf = async (as: Person) => tasksAnswer.parse((await ask(tasksRoute.GET, as)).json).items;

describe('the second look as a list', () => {
  it('shows what stands by its state, one’s own behind the others, page by page', async () => {
    const round = await opened();
    const mine = await record(round, 0, 'lufengCommunity', { channel: 'paper' });
    const theirs = [await record(round, 1, 'lufengClerk'), await record(round, 2, 'lufengClerk')];
    const before = await list(round.id, 'lufengCommunity');
    expect(before.items.map((one: Json) => [one.ballot.id, one.mine])).toEqual([
      [theirs[0], false],
      [theirs[1], false],
      [mine, true],
    ]);
    expect(before).toMatchObject({
      total: 3,
      counts: { waiting: 3, wrong: 0, right: 0, photo: 1 },
      waitingMine: 1,
      items: [{ where: '1栋 1单元 102' }, {}, {}],
    });
    expect((await list(round.id, 'lufengCommunity', '?limit=2&page=2')).items).toMatchObject([{ mine: true }]);
    expect((await list(round.id, 'lufengClerk')).items[0]).toMatchObject({ mine: false, ballot: { id: mine } });
    await look(round.id, 'lufengCommunity', [
      { ballotId: theirs[0], verdict: 'right' },
      { ballotId: theirs[1], verdict: 'wrong', note: '签到表上是弃权' },
    ]);
    expect(await list(round.id, 'lufengCommunity')).toMatchObject({
      counts: { waiting: 1, wrong: 1, right: 1, photo: 1 },
      items: [{ ballot: { id: mine } }],
    });
    expect((await list(round.id, 'lufengTown', '?state=wrong')).items).toMatchObject([
      { ballot: { id: theirs[1], check: { verdict: 'wrong', note: '签到表上是弃权', by: '金山社区 陈芳' } } },
    ]);
    expect((await list(round.id, 'lufengTown', '?state=photo')).items).toMatchObject([{ ballot: { id: mine } }]);
    // what replaces it is looked at anew
    await record(round, 2, 'lufengClerk', { choice: 'abstain', replaces: theirs[1], reason: '按签到表更正' });
    expect((await list(round.id, 'lufengCommunity')).counts).toEqual({ waiting: 2, wrong: 0, right: 1, photo: 1 });
  });

  it('is not for those who do not look, and knows no other county', async () => {
    const { id } = await opened(2);
    expect((await ask(checks.GET, 'prefectureBureau', { params: { id } })).status).toBe(403);
    expect((await ask(checks.GET, 'shuangbaiClerk', { params: { id } })).status).toBe(404);
  });
});

describe('the call backs', () => {
  it('are drawn as the page says, and anybody who has the seed draws the same', async () => {
    const round = await opened(40);
    for (const at of Array(30).keys()) await record(round, at, 'lufengClerk');
    const closed = await post(close.POST, 'lufengCommunity', round.id, undefined, round.version);
    expect(closed.status, JSON.stringify(closed.json)).toBe(200);
    const actor = world.actors.lufengCommunity;
    const { draw, homes } = await withReader(actor, async (reader) => ({
      draw: await drawOf(reader, round.id),
      homes: await drawnHomes(reader, round.id, actor.accountId),
    }));
    expect(draw).toMatchObject({ returned: 30, drawn: 10, done: 0 });
    const digest = (home: string) => createHash('sha256').update(`${draw?.seed}:${home}`).digest('hex');
    const again = round.compound.homes
      .slice(0, 30)
      .map(({ id }) => id)
      .sort((a, b) => (digest(a) < digest(b) ? -1 : 1))
      .slice(0, 10);
    expect(homes.map(({ householdId }) => householdId)).toEqual(again);
    expect(homes[0]).toMatchObject({ rank: 1, digest: digest(again[0] ?? ''), mine: false, owners: [{ name: '王*' }] });
    const clerk = world.actors.lufengClerk;
    const seen = await withReader(clerk, (reader) => drawnHomes(reader, round.id, clerk.accountId));
    expect(seen.every(({ mine }) => mine)).toBe(true);
  });
});

describe('before a round is there', () => {
  const at = (compoundId: string, round: 1 | 2, schemeId: string | null = null) =>
    withReader(world.actors.lufengCommunity, (reader) =>
      prospectOf(reader, world.actors.lufengCommunity, { compoundId, round, schemeId }),
    );

  it('says what opening will need, what is under way, and how often it was tried', async () => {
    const compound = await voteCompound(world.owner, world.lufeng, { households: 3 });
    await world.owner.query('UPDATE household SET exclusive_area = NULL WHERE id = $1', [compound.homes[0]?.id]);
    const first = await at(compound.id, 1);
    expect(first).toMatchObject({ live: null, attempts: 0, passed: false });
    const unmet = (found: typeof first) =>
      conditionsOf('open', found?.facts as never).flatMap(({ code, met }) => (met ? [] : [code]));
    expect(unmet(first)).toEqual(['areas']);
    expect(unmet(await at(compound.id, 2))).toEqual(['areas', 'roundOne', 'list', 'scheme', 'design']);
    const made = await ask(rounds.POST, 'lufengCommunity', {
      method: 'POST',
      body: { compoundId: compound.id, round: 1 },
    });
    expect(await at(compound.id, 1)).toMatchObject({ live: { id: made.json.id }, attempts: 1 });
    const other = await withReader(world.actors.shuangbaiClerk, (reader) =>
      prospectOf(reader, world.actors.shuangbaiClerk, { compoundId: compound.id, round: 1, schemeId: null }),
    );
    expect(other).toBeNull();
  });

  it('a compound tells of both its votes and of the latest scheme', async () => {
    const round = await opened(3);
    const of = (person: Person) =>
      withReader(world.actors[person], (reader) => votesOfCompound(reader, world.actors[person], round.compound.id));
    expect(await of('lufengTown')).toMatchObject({
      rounds: [{ id: round.id, round: 1, status: 'open' }],
      scheme: null,
      gates: { list: { over: false } },
    });
    expect(await of('shuangbaiClerk')).toMatchObject({ rounds: [], scheme: null });
  });
});

describe('what waits for whom', () => {
  it('follows a round from its recording to its certificate', async () => {
    const round = await opened(3);
    const { id } = round;
    const mineOf = async (as: Person) =>
      (await tasksOf(as)).filter(({ href }) => href.includes(id)).map(({ kind, href }) => [kind, href]);
    await world.owner.query('UPDATE vote_round SET planned_close_on = anju_today() + 5 WHERE id = $1', [id]);
    const underWay = async () => (await tasksOf('lufengCommunity')).find(({ key }) => key === `vote:${id}`);
    const first = await record(round, 0, 'lufengCommunity');
    const short = await underWay();
    const ids = [first, await record(round, 1, 'lufengCommunity')];
    const under = await underWay();
    expect(under).toMatchObject({
      kind: 'voteReached',
      href: `/votes/${id}#next`,
      light: 'amber',
      daysLeft: 5,
      params: { returned: 2, households: 3, lack: 'reached' },
    });
    expect(short).toMatchObject({
      kind: 'voteOpen',
      href: `/votes/${id}/doors`,
      params: { returned: 1, lack: 'both', lackHouseholds: '1', lackArea: '88.33' },
    });
    expect(await mineOf('lufengTown')).toEqual([['ballotsToCheck', `/votes/${id}/checks`]]);
    expect(await mineOf('lufengCommunity2')).toEqual([]);
    expect(await mineOf('shuangbaiClerk')).toEqual([]);
    await look(id, 'lufengTown', [
      { ballotId: ids[0], verdict: 'right' },
      { ballotId: ids[1], verdict: 'wrong', note: '签到表上没有这一户' },
    ]);
    await world.owner.query('UPDATE vote_round SET planned_close_on = anju_today() - 1 WHERE id = $1', [id]);
    expect(await mineOf('lufengCommunity')).toEqual([
      ['voteOverdue', `/votes/${id}#next`],
      ['ballotsWrong', `/votes/${id}/checks?state=wrong`],
    ]);
    const right = await record(round, 1, 'lufengCommunity', { replaces: ids[1], reason: '按签到表更正' });
    await look(id, 'lufengTown', [{ ballotId: right, verdict: 'right' }]);
    const closed = await post(close.POST, 'lufengCommunity', id, undefined, round.version);
    expect(closed.status, JSON.stringify(closed.json)).toBe(200);
    expect(await mineOf('lufengCommunity')).toEqual([]);
    expect(await mineOf('lufengTown')).toEqual([['callBacksWaiting', `/votes/${id}/call-backs`]]);
    const drawn = await world.owner.query<{ home: string; version: number }>(
      'SELECT household_id AS home, version FROM call_back WHERE round_id = $1',
      [id],
    );
    for (const { home, version } of drawn.rows)
      await ask(callBack.PUT, 'lufengTown', {
        method: 'PUT',
        params: { id, householdId: home },
        body: { outcome: 'confirmed' },
        headers: { 'if-match': `"${version}"` },
      });
    expect(await mineOf('lufengClerk')).toEqual([]);
    await world.owner.query(
      `INSERT INTO notice (county_id, kind, compound_id, round_id, title, issuer, body, days, status, published_at, published_by, starts_on, ends_on, completed_at, completed_by, hash, created_by)
       SELECT county_id, 'result', compound_id, id, '表决结果公示', '金山社区', '……', 7, 'completed', now(), created_by, anju_today() - 9, anju_today() - 2, now(), created_by, 'x', created_by
       FROM vote_round WHERE id = $1`,
      [id],
    );
    expect(await mineOf('lufengClerk')).toEqual([['voteCertify', `/votes/${id}#next`]]);
    expect(await mineOf('lufengTown')).toEqual([]);
  });
});

describe('the test that decides', () => {
  it('is chosen for the year, holds for rounds made from then on, and must be one of its rule book', async () => {
    const { rows } = await world.owner.query<{ id: string }>('SELECT id FROM programme_year WHERE current');
    const id = rows[0]?.id ?? '';
    const year = async () => (await ask(years.GET, 'prefectureBureau', { params: { id } })).json;
    const choose = async (voteTest: string | null, as: Person = 'prefectureBureau') =>
      ask(years.PATCH, as, {
        method: 'PATCH',
        params: { id },
        body: { voteTest },
        headers: { 'if-match': `"${(await year()).version}"` },
      });
    const testOf = async (round: string) =>
      (await world.owner.query<{ test: string }>('SELECT test FROM vote_round WHERE id = $1', [round])).rows[0]?.test;
    const before = await opened(2);
    expect((await year()).voteTest).toBeNull();
    expect((await choose('civil-code-majority', 'lufengClerk')).status).toBe(403);
    const unknown = await choose('show-of-hands');
    expect([unknown.status, unknown.json.reasons]).toMatchObject([
      422,
      [{ code: 'programme.voteTestUnknown', field: 'voteTest' }],
    ]);
    expect((await choose('civil-code-three-quarters')).json.voteTest).toMatchObject({
      code: 'civil-code-three-quarters',
      clause: '民法典278',
    });
    const after = await opened(2);
    expect([await testOf(before.id), await testOf(after.id)]).toEqual([
      'policy-two-thirds',
      'civil-code-three-quarters',
    ]);
    expect((await choose(null)).json.voteTest).toBeNull();
    expect(await testOf((await opened(2)).id)).toBe('policy-two-thirds');
  });
});
