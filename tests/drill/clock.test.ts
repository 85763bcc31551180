import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givePassword, PASSWORD } from '@/tests/support/sign-in';
import type { World } from '@/tests/support/world';
import { type Drill, openDrill, type Served } from './support/drill';
import { rounds, until } from './support/form';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const WRONG = path.join(import.meta.dirname, 'support/shifted-clock.mjs');

let drill: Drill & { world: World };
let right: Served;

beforeAll(async () => {
  drill = await openDrill();
  right = await drill.serve();
});
afterAll(() => drill?.end());

const wrongBy = (ms: number): Promise<Served> =>
  drill.serve({
    node: ['--import', pathToFileURL(WRONG).href],
    env: { ANJU_DRILL_CLOCK_MS: String(ms), ANJU_ACCESS_LOG: '1', ANJU_LOG: 'json' },
  });

const ANSWERED = /"time":"([^"]+)","process":"server","event":"request"/g;
/** When the process itself believes that it answered its last request. */
const believes = (served: Served): number => Date.parse([...served.printed().matchAll(ANSWERED)].at(-1)?.[1] ?? '');

const SHIFTS: [string, number][] = [
  ['13 hours fast', 13 * HOUR],
  ['13 hours slow', -13 * HOUR],
  ['3 years fast', 3 * YEAR],
  ['3 years slow', -3 * YEAR],
];
const PERSONS = ['lufengClerk', 'shuangbaiClerk', 'lufengLeader', 'lufengClerk2'] as const;

describe.each(SHIFTS.slice(rounds(2, 0)))('an app server whose clock is %s', (_, ms) => {
  const person = PERSONS[SHIFTS.findIndex(([, one]) => one === ms)] ?? 'lufengClerk';
  let wrong: Served;
  let username: string;
  beforeAll(async () => {
    wrong = await wrongBy(ms);
    username = await givePassword(drill.world, person);
  });
  afterAll(() => wrong?.stop('SIGKILL'));

  const databaseNow = async () =>
    (await drill.world.owner.query<{ now: Date }>('SELECT anju_now() AS now')).rows[0]?.now.getTime() ?? 0;

  test('really has another time', async () => {
    await wrong.client().ask('/api/health/live');
    await until('the line of the request', 5_000, async () => believes(wrong) > 0);
    expect(Math.abs(believes(wrong) - Date.now() - ms)).toBeLessThan(HOUR);
  });

  test('lets people in, and they are in on the others too, for as long as the database says', async () => {
    const here = wrong.client();
    const entered = await here.signIn(username, PASSWORD);
    expect(entered.status, entered.text).toBe(200);
    const lines = [entered.headers['set-cookie'] ?? []].flat();
    const session = lines.find((line) => line.includes('session-token=')) ?? '';
    expect(session).toMatch(/Max-Age=43200/);
    expect(session).not.toMatch(/expires=/i);
    expect((await here.ask('/api/v1/me')).status).toBe(200);
    const there = right.client();
    for (const pair of here.cookies) there.keep(pair.join('='));
    expect((await there.ask('/api/v1/me')).status).toBe(200);
    const { rows } = await drill.world.owner.query<{ hours: string }>(
      'SELECT extract(epoch FROM expires_at - anju_now()) / 3600 AS hours FROM session WHERE account_id = $1 ORDER BY expires_at DESC LIMIT 1',
      [drill.world.actors[person].accountId],
    );
    expect(Number(rows[0]?.hours)).toBeCloseTo(12, 0);
  });

  test('knows those who came in by a server whose clock is right', async () => {
    const there = right.client();
    expect((await there.signIn(username, PASSWORD)).status).toBe(200);
    const here = wrong.client();
    for (const pair of there.cookies) here.keep(pair.join('='));
    expect((await here.ask('/api/v1/me')).status).toBe(200);
    expect((await here.ask('/dashboard')).status).toBe(200);
  });

  test('writes with the time of the database, and keys hold across servers', async () => {
    const here = wrong.client();
    await here.signIn(username, PASSWORD);
    if (!(person === 'lufengClerk' || person === 'shuangbaiClerk' || person === 'lufengClerk2')) return;
    const place = person === 'shuangbaiClerk' ? drill.world.shuangbai : drill.world.lufeng;
    const asking = {
      method: 'POST',
      body: { name: `钟表${Math.abs(ms)}厂`, communityId: place.subdistricts[0]?.communities[0]?.id, yearBuilt: 1996 },
      headers: { 'idempotency-key': `clock-${ms}` },
    };
    const made = await here.json<{ id: string; updatedAt: string }>('/api/v1/compounds', asking);
    expect(Math.abs(Date.parse(made.updatedAt) - (await databaseNow()))).toBeLessThan(60_000);
    const there = right.client();
    for (const pair of here.cookies) there.keep(pair.join('='));
    expect((await there.json<{ id: string }>('/api/v1/compounds', asking)).id).toBe(made.id);
    const line = await drill.world.owner.query<{ late: string }>(
      'SELECT abs(extract(epoch FROM at - anju_now())) AS late FROM audit_line ORDER BY id DESC LIMIT 1',
    );
    expect(Number(line.rows[0]?.late)).toBeLessThan(60);
    const page = await here.ask('/compounds');
    expect(page.text).not.toMatch(/年前|天前|天后|年后|小时前|小时后/);
  });

  test('locks out for a quarter of an hour by the database, whichever server was asked', async () => {
    const name = `nobody-${ms}`;
    for (let tries = 0; tries < 10; tries++) {
      expect((await wrong.client().signIn(name, 'wrong')).status).toBe(401);
    }
    for (const server of [wrong, right]) {
      const answer = await server.client().signIn(name, 'wrong');
      expect(answer.status).toBe(429);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(600);
      expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(900);
    }
  });
});
