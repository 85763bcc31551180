import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { changed, type Digest, digester } from '../../support/every/digest';
import { type EveryOperation, isWrite, operations, readsItsBody } from '../../support/every/operations';
import { codeOf, notAProblem } from '../../support/every/problem';
import { type Example, send } from '../../support/every/request';
import { homeSide, type Side } from '../../support/every/side';
import { Stage } from '../../support/every/stage';
import { makeWorld, type World } from '../../support/world';
import { EXAMPLES } from './examples';

// A reading thread takes a second to start; that it reads in a thread is proved where imports are.
vi.mock('@/lib/server/imports/reading/in-thread', async () => ({
  readInThread: (await import('@/lib/server/imports/reading/read-file')).readFile,
  gridInThread: (await import('@/lib/server/imports/reading/read-grid')).readGrid,
}));

/** Every write of the API: sent twice it is done once, and nobody saves over what somebody else has saved. */
let world: World;
let stage: Stage;
let home: Side;
let digest: () => Promise<Digest>;
beforeAll(async () => {
  world = await makeWorld();
  const { rows } = await world.owner.query<{ day: string }>('SELECT anju_today()::text AS day');
  stage = new Stage(world, rows[0]?.day ?? '');
  home = homeSide(world);
  digest = await digester(world.owner);
});
afterAll(() => world.end());

const writes = operations.filter((op) => isWrite(op) && !readsItsBody(op));
const versioned = writes.filter(({ spec }) => spec.ifMatch);
/** Its first sending ends the session that the second would need. */
const ENDS_THE_SESSION = ['POST /password', 'POST /sign-out'];
const kept = writes.filter(({ spec, name }) => !spec.neverKept && !ENDS_THE_SESSION.includes(name));

async function make(op: EveryOperation): Promise<Example> {
  const example = EXAMPLES[op.name];
  if (!example) throw new Error(`no example of ${op.name}`);
  return example(stage, home);
}

async function traceOf<T>(work: () => Promise<T>): Promise<{ answer: T; wrote: string[] }> {
  const before = await digest();
  const answer = await work();
  return { answer, wrote: changed(before, await digest()) };
}

describe.each(kept)('$name', (op) => {
  test('with one key is done once: the same answer again, another request refused', async () => {
    const example = await make(op);
    const headers = { 'idempotency-key': `key-${stage.next()}` };
    const first = await send(world, op, example, { headers });
    expect([first.status, first.status < 300 ? null : first.json]).toEqual([op.spec.status ?? first.status, null]);
    const again = await traceOf(() => send(world, op, example, { headers }));
    expect(again.wrote).toEqual([]);
    expect([again.answer.status, again.answer.json]).toEqual([first.status, first.json]);
    expect(again.answer.headers.get('idempotent-replay')).toBe('true');
    const other = await make(op);
    const another = await traceOf(() => send(world, op, { ...other, who: example.who }, { headers }));
    // what has neither body nor number of its own has no other request
    if (example.body === undefined && example.raw === undefined && !example.params) return;
    if (JSON.stringify([other.params, other.body]) === JSON.stringify([example.params, example.body]) && !example.raw)
      return;
    expect([notAProblem(another.answer), codeOf(another.answer)]).toEqual([null, 'idempotency_key_reused']);
    expect(another.wrote).toEqual([]);
  });
});

/** Nothing of it stands on record: its moment would stand beside the moment of what was answered (0048). */
const UNTRACED = ['POST /satisfaction/{id}/answers'];

describe.each(writes.filter(({ spec }) => spec.neverKept))('$name', (op) => {
  test('reveals anew each time, and its answer is kept nowhere', async () => {
    const headers = { 'idempotency-key': `key-${stage.next()}` };
    for (const _ of [1, 2]) {
      const example = await make(op);
      const { answer, wrote } = await traceOf(() => send(world, op, example, { headers }));
      expect([answer.status, answer.headers.get('idempotent-replay')]).toEqual([op.spec.status ?? 200, null]);
      expect(wrote.includes('audit_line')).toBe(!UNTRACED.includes(op.name));
      expect(wrote).not.toContain('idempotency_key');
    }
  });
});

describe.each(operations.filter(readsItsBody))('$name', (op) => {
  test('answers anew each time, and writes nothing', async () => {
    const example = await make(op);
    const headers = { 'idempotency-key': `key-${stage.next()}` };
    await send(world, op, example, { headers });
    const { answer, wrote } = await traceOf(() => send(world, op, example, { headers }));
    expect([answer.status, answer.headers.get('idempotent-replay'), wrote]).toEqual([200, null, []]);
  });
});

/** Areas come back as they are written; what was typed as text stands there as text. */
const shown = (body: Example['body']) =>
  Object.fromEntries(
    Object.entries(body ?? {}).filter(([, value]) => typeof value === 'string' && !/Area$/.test(value)),
  );

/** What was typed comes back, but for what nobody may read off an answer. */
const VEILED: Record<string, object> = {
  'PUT /users/{id}/password': {},
  'PATCH /owners/{id}': { name: '张**', phone: '137****1234' },
};

interface Conflict {
  conflict?: { theirs: { version?: number } | null; yours: unknown; version: number };
}

describe.each(versioned)('$name', (op) => {
  test('of a version that is over: both versions are shown, nothing is written', async () => {
    const example = await make(op);
    const { answer, wrote } = await traceOf(() => send(world, op, { ...example, version: (example.version ?? 0) + 7 }));
    expect([notAProblem(answer), answer.status, codeOf(answer)]).toEqual([null, 409, 'version_conflict']);
    expect(wrote).toEqual([]);
    const { conflict } = answer.json as Conflict;
    expect(conflict?.version).toBe(example.version);
    expect(conflict?.theirs).toMatchObject({ version: example.version });
    expect(conflict?.yours).toEqual(VEILED[op.name] ?? expect.objectContaining(shown(example.body)));
    expect((await send(world, op, example)).status).toBeLessThan(300);
  });

  test('of two at once, one is done', async () => {
    const example = await make(op);
    const both = await Promise.all([send(world, op, example), send(world, op, example)]);
    const [done, refused] = both.sort((a, b) => a.status - b.status);
    expect(done?.status).toBeLessThan(300);
    expect(refused && notAProblem(refused)).toBeNull();
  });
});
