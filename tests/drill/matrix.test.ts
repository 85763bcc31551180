import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { changed } from '@/tests/support/every/digest';
import { operations } from '@/tests/support/every/operations';
import type { Example } from '@/tests/support/every/request';
import { type Ground, openMatrix } from '@/tests/support/matrix/ground';
import { foreignCells, reachedCells, refusedBefore, toldApartCells } from '@/tests/support/matrix/operations';
import { pageCells, pages, TRANSPORTS } from '@/tests/support/matrix/pages';
import { PLACES } from '@/tests/support/matrix/sides';

// A reading thread takes a second to start; that it reads in a thread is proved where imports are.
vi.mock('@/lib/server/imports/reading/in-thread', async () => ({
  readInThread: (await import('@/lib/server/imports/reading/read-file')).readFile,
}));

let ground: Ground;
beforeAll(async () => {
  ground = await openMatrix();
});
afterAll(() => ground?.end());

/** Nothing may have been written by what was refused. */
async function withoutTrace(work: () => Promise<string[]>): Promise<void> {
  const before = await ground.digest();
  const wrong = await work();
  const wrote = changed(before, await ground.digest()).map((table) => `wrote into ${table}`);
  expect([...wrong, ...wrote]).toEqual([]);
}

describe.each(operations)('$name', (op) => {
  test('is closed to whom the table does not name, and knows nothing of other places', async () => {
    const example = await ground.example(op, 'own');
    const others = new Map<(typeof PLACES)[number], Example>();
    for (const where of PLACES) others.set(where, await ground.example(op, where));
    await withoutTrace(async () => [
      ...(await refusedBefore(ground, op, example)),
      ...(await toldApartCells(ground, op, example, foreignCells(ground, op, example, others))),
    ]);
  });

  test('is open to whom the table names', async () => {
    expect(await reachedCells(ground, op)).toEqual([]);
  });
});

describe.each(pages)('the page $pattern', (page) => {
  test.each(TRANSPORTS)(
    'as %s is open to whom the table names, and knows nothing of other places',
    async (transport) => {
      const before = await ground.digest();
      const wrong = await pageCells(ground, page, transport);
      expect([...wrong]).toEqual([]);
      expect(before).toBeDefined();
    },
  );
});
