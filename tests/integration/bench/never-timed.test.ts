import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { measureCase } from '@/tests/bench/measure';
import type { BenchCase } from '@/tests/bench/types';

/** What each of the three servers says: the one answer, again and again, or another one from the nth request on. */
type Says = (nth: number) => { status?: number; body: unknown };
interface Stood {
  url: string;
  pid: number;
  asked: () => number;
  stop: () => Promise<void>;
}

const RIGHT = { total: 60 };
const right: Says = () => ({ body: RIGHT });
let standing: Stood[] = [];
afterEach(async () => {
  await Promise.all(standing.map(({ stop }) => stop()));
  standing = [];
});

async function stand(says: Says): Promise<Stood> {
  let asked = 0;
  const server = http.createServer((_, answer) => {
    const { status = 200, body } = says(++asked);
    answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stood: Stood = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pid: process.pid,
    asked: () => asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  standing.push(stood);
  return stood;
}

const CASE: BenchCase = {
  name: 'total',
  says: 'how many there are',
  request: () => '/total',
  yardstick: 'sql',
  sql: () => ({ text: 'SELECT', values: [] }),
  check: ({ status, text }, expected) => {
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(text), expected);
  },
};
const LOADS = [{ connections: 2, seconds: 0.1 }];

/** The bench on three servers and a database that says what is right. */
async function bench(product: Says, next: Says = right, bare: Says = right) {
  const servers = { product: await stand(product), next: await stand(next), bare: await stand(bare) };
  const database = {
    postmaster: process.pid,
    db: { query: async () => ({ rows: [{ body: JSON.stringify(RIGHT) }] }) },
  };
  const place = { scale: 1, lufengId: '', compoundId: '' };
  const world = { ...servers, cookies: new Map(), place, stop: async () => {} };
  type Args = Parameters<typeof measureCase>;
  const measured = measureCase(database as unknown as Args[0], world as unknown as Args[1], CASE, LOADS);
  return { servers, measured };
}

describe('a wrong answer is never timed', () => {
  test('right ones are: each system, after it was warmed', async () => {
    const { measured, servers } = await bench(right);
    const [row] = await measured;
    expect(row).toMatchObject({ name: 'total', scale: 1, connections: 2 });
    expect(row?.product.perSecond).toBeGreaterThan(0);
    expect([row?.next, row?.bare]).not.toContain(null);
    for (const { asked } of Object.values(servers)) expect(asked()).toBeGreaterThan(100);
  }, 60_000);

  test.each<[string, Says]>([
    ['another figure', () => ({ body: { total: 61 } })],
    ['a fault', () => ({ status: 500, body: RIGHT })],
    ['something beside it', () => ({ body: { ...RIGHT, more: 1 } })],
  ])('the product that answers %s is asked once, and nobody else at all', async (_, says) => {
    const { measured, servers } = await bench(says);
    await expect(measured).rejects.toThrow(/^total, scale 1: /);
    expect(Object.values(servers).map(({ asked }) => asked())).toEqual([1, 0, 0]);
  });

  test('nor is a yardstick that answers less than the product must', async () => {
    const { measured, servers } = await bench(right, right, () => ({ body: {} }));
    await expect(measured).rejects.toThrow(/answers another/);
    expect(Object.values(servers).map(({ asked }) => asked())).toEqual([1, 1, 1]);
  });

  test('what goes wrong under load is not kept: a fault on the way, or another answer at the end', async () => {
    const faulty = await bench((nth) => ({ status: nth === 200 ? 503 : 200, body: RIGHT }));
    await expect(faulty.measured).rejects.toThrow(/had no good answer/);
    const drifting = await bench((nth) => ({ body: nth > 100 ? { total: 61 } : RIGHT }));
    await expect(drifting.measured).rejects.toThrow(/^total, scale 1: /);
  }, 60_000);
});
