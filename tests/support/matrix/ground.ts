import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { today } from '@/lib/domain/kernel/calendar-date';
import { type Answered, Client } from '@/tests/drill/support/client';
import { type Drill, openDrill, type ProcessOptions, type Served } from '@/tests/drill/support/drill';
import { pause } from '@/tests/drill/support/form';
import { EXAMPLES } from '@/tests/integration/walls/examples';
import { changed, type Digest, digester } from '../every/digest';
import { type EveryOperation, isWrite } from '../every/operations';
import { type Change, type Example, requestOf } from '../every/request';
import { Stage } from '../every/stage';
import type { World } from '../world';
import { type Asker, everyRole, tokens } from './callers';
import { makeSides, PLACES, type Sides, type Where } from './sides';

/** The built application with the same things made in every place, and everybody who may ask for them. */
export interface Ground {
  world: World;
  server: Served;
  stage: Stage;
  sides: Sides;
  marks: Record<Where, string>;
  people: Asker[];
  systems: Asker[];
  /** of the two who make and ask in the own place */
  cookies: { clerk: string; bureau: string };
  digest: () => Promise<Digest>;
  /** What a read is about is made once in each place: looking changes nothing. */
  example: (op: EveryOperation, where: Where) => Promise<Example>;
  /** Made for this request alone, to be brought to its end. */
  newExample: (op: EveryOperation, where: Where) => Promise<Example>;
  end: () => Promise<void>;
}

export async function openMatrix({ node, env }: Pick<ProcessOptions, 'node' | 'env'> = {}): Promise<Ground> {
  const files = mkdtempSync(path.join(os.tmpdir(), 'anju-matrix-'));
  // what is made here, the servers hand out
  process.env.ANJU_DATA_DIR = files;
  const drill: Drill & { world: World } = await openDrill();
  const { world } = drill;
  const end = async () => {
    await drill.end();
    rmSync(files, { recursive: true, force: true });
  };
  try {
    const server = await drill.serve({ node, env: { ...env, ANJU_DATA_DIR: files } });
    const stage = new Stage(world, () => today(new Date()));
    const sides = await makeSides(world);
    const marks = Object.fromEntries(PLACES.map((where) => [where, sides[where].mark])) as Ground['marks'];
    const [people, systems] = [await everyRole(world), await tokens(world)];
    const newExample = (op: EveryOperation, where: Where) => {
      const make = EXAMPLES[op.name];
      if (!make) throw new Error(`tests/integration/walls/examples.ts has no example of ${op.name}`);
      return make(stage, sides[where]);
    };
    const read = new Map<string, Promise<Example>>();
    const example = (op: EveryOperation, where: Where) => {
      if (isWrite(op)) return newExample(op, where);
      const key = `${op.name} ${where}`;
      const made = read.get(key) ?? newExample(op, where);
      read.set(key, made);
      return made;
    };
    const cookies = { clerk: await world.signIn('lufengClerk'), bureau: await world.signIn('prefectureBureau') };
    const digest = await digester(world.owner);
    return { world, server, stage, sides, marks, people, systems, cookies, digest, example, newExample, end };
  } catch (error) {
    await end();
    throw error;
  }
}

export interface Wanted {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  rawBody?: Buffer;
}

/** Sent as that person's browser, or that system, would: what says "come again" is asked again, as they do. */
export async function ask(
  ground: Ground,
  { who }: Pick<Asker, 'who'>,
  { path: at, ...wanted }: Wanted,
): Promise<Answered> {
  const cookie = who && 'cookie' in who ? who.cookie : undefined;
  const bearer: Record<string, string> = who && 'bearer' in who ? { authorization: `Bearer ${who.bearer}` } : {};
  for (let tries = 1; ; tries++) {
    const client = new Client(ground.server.url, cookie);
    const answer = await client.ask(at, { ...wanted, headers: { ...bearer, ...wanted.headers } });
    if (answer.status !== 503 || !answer.headers['retry-after'] || tries === PATIENCE) return answer;
    await pause(tries * 1_000);
  }
}

/** A machine that does much else beside may be late so often; what is wrong stays wrong. */
const PATIENCE = 5;

/** An operation of the API, over the wire. */
export function askFor(ground: Ground, asker: Asker, op: EveryOperation, example: Example, change: Change = {}) {
  const { method, path: at, body, rawBody, headers } = requestOf(op, example, change);
  const bytes = rawBody === undefined ? body && JSON.stringify(body) : (rawBody as string | Uint8Array);
  return ask(ground, asker, {
    method,
    path: at,
    headers,
    ...(bytes === undefined ? {} : { rawBody: Buffer.from(bytes as string) }),
  });
}

/** One after the other in so many lines; the order of the answers is that of the list. */
export async function inLines<T, R>(list: readonly T[], work: (item: T) => Promise<R>, lines = 8): Promise<R[]> {
  const done: R[] = [];
  const waiting = list.entries();
  const line = async () => {
    for (const [at, item] of waiting) done[at] = await work(item);
  };
  await Promise.all(Array.from({ length: lines }, line));
  return done;
}

/** Nothing may have been written by what was refused. */
export async function withoutTrace(ground: Ground, work: () => Promise<string[]>): Promise<void> {
  const before = await ground.digest();
  const wrong = await work();
  const wrote = changed(before, await ground.digest()).map((table) => `wrote into ${table}`);
  expect([...wrong, ...wrote]).toEqual([]);
}
