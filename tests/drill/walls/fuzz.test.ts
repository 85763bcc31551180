import { readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { operations } from '@/tests/support/every/operations';
import type { Documented } from '@/tests/support/fuzz/bodies';
import { documented } from '@/tests/support/fuzz/document';
import { type Abroad, abroadOf, Fuzzing } from '@/tests/support/fuzz/run';
import { rawFaults } from '@/tests/support/fuzz/wire';
import { ask, type Ground, openMatrix } from '@/tests/support/matrix/ground';
import { LONG, until } from '../support/form';

// A reading thread takes a second to start; that it reads in a thread is proved where imports are.
vi.mock('@/lib/server/imports/reading/in-thread', async () => ({
  readInThread: (await import('@/lib/server/imports/reading/read-file')).readFile,
  gridInThread: (await import('@/lib/server/imports/reading/read-grid')).readGrid,
}));

/** ANJU_FUZZ_RUNS: requests for each operation. ANJU_FUZZ_SEED: the same requests again. */
const runs = Number(process.env.ANJU_FUZZ_RUNS) || (LONG ? 400 : 12);
const seed = Number(process.env.ANJU_FUZZ_SEED) || (LONG ? Date.now() % 2 ** 31 : 2020);
console.log(
  `fuzz: ${runs} requests an operation, seed ${seed} (ANJU_FUZZ_RUNS=${runs} ANJU_FUZZ_SEED=${seed} asks the same)`,
);

const file = path.join(os.tmpdir(), `anju-prototype-${process.pid}.json`);
const watch = path.join(import.meta.dirname, '..', 'support', 'prototype-on-signal.mjs');
let ground: Ground;
let abroad: Abroad;
let pid: number;
let document: Documented[];
beforeAll(async () => {
  ground = await openMatrix({ node: ['--import', watch], env: { ANJU_PROTOTYPE_FILE: file } });
  abroad = await abroadOf(ground);
  pid = ground.server.pid;
  const served = await ask(ground, { who: null }, { path: '/api/v1/openapi.json' });
  document = documented(JSON.parse(served.text) as Record<string, unknown>);
});
afterAll(async () => {
  await ground?.end();
  rmSync(file, { force: true });
});

test('the document that the server hands out describes every operation, and nothing else', () => {
  const names = document.map(({ name }) => name).filter((name) => name !== 'GET /openapi.json');
  expect(names.sort()).toEqual(operations.map(({ name }) => name).sort());
});

describe.each(operations)('$name', ({ name }) => {
  test('whatever is sent: never a fault, never its inside, nothing elsewhere, nothing unsaid', async () => {
    const described = document.find((one) => one.name === name);
    if (!described) throw new Error(`the document does not describe ${name}`);
    await new Fuzzing(ground, described, abroad).run({ runs, seed });
  });
});

describe('after all of it', () => {
  test('what comes over the line without being a request harms nobody', async () => {
    expect(await rawFaults(ground, { runs: runs * 4, seed })).toEqual([]);
  });

  test('the same process still serves, has logged no fault, and no prototype has grown', async () => {
    const me = await ask(ground, { who: { cookie: ground.cookies.clerk } }, { path: '/api/v1/me' });
    expect([me.status, ground.server.pid]).toEqual([200, pid]);
    expect(ground.server.printed().match(/"event":"(?:route\.fault|front\.fault|process\.\w+)".*/g) ?? []).toEqual([]);
    process.kill(pid, 'SIGUSR2');
    expect(await until('what the prototypes hold', 10_000, async () => readFileSync(file, 'utf8'))).toBe('[]');
  });
});
