import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { operations } from '@/tests/support/every/operations';
import { type Ground, openMatrix, withoutTrace } from '@/tests/support/matrix/ground';
import { listed, unlisted } from '@/tests/support/matrix/listed';
import { type Names, namesIn, narrowedPages } from '@/tests/support/matrix/narrowed';
import { pageCells, pages, subjectsOf, TRANSPORTS } from '@/tests/support/matrix/pages';
import { PLACES, type Where } from '@/tests/support/matrix/sides';
import { everyView, LEVELS, moved, placesOutside, somethingNew } from '@/tests/support/matrix/unmoved';

// A reading thread takes a second to start; that it reads in a thread is proved where imports are.
vi.mock('@/lib/server/imports/reading/in-thread', async () => ({
  readInThread: (await import('@/lib/server/imports/reading/read-file')).readFile,
  gridInThread: (await import('@/lib/server/imports/reading/read-grid')).readGrid,
}));

/** Every page of the built application, asked as everybody, about what lies everywhere: tests/support/matrix/entries.ts. */
let ground: Ground;
const names = new Map<Where, Names>();
beforeAll(async () => {
  ground = await openMatrix();
  for (const where of PLACES) names.set(where, await namesIn(ground, where));
});
afterAll(() => ground?.end());

test('the table names every page and route of the build, and nothing else', () => {
  expect(unlisted(listed())).toEqual([]);
});

// what is slow with many surveys comes first: each later part makes more of them
describe.each(LEVELS)('for everybody of the %s', (level) => {
  test('no list, total, task or chart moves when something happens elsewhere', async () => {
    await ground.stage.noExportsWaiting();
    const before = await everyView(ground, level);
    for (const where of placesOutside(ground, level)) await somethingNew(ground, where);
    expect(before.size).toBeGreaterThan(10);
    expect(moved(before, await everyView(ground, level))).toEqual([]);
  });
});

describe.each(pages)('the page $pattern', (page) => {
  test.each(TRANSPORTS)(
    'as %s is open to whom the table names, and knows nothing of other places',
    async (transport) => {
      const subjects = await subjectsOf(ground, page);
      await withoutTrace(ground, () => pageCells(ground, page, subjects, transport));
    },
  );
});

describe.each(pages.filter(({ narrowed }) => narrowed.length > 0))('the page $pattern', (page) => {
  test('narrowed to what lies elsewhere shows what it shows of nothing', async () => {
    const op = operations.find(({ name }) => name === page.of);
    const id = op ? ((await ground.example(op, 'own')).params?.id ?? '') : '';
    await withoutTrace(ground, () => narrowedPages(ground, page, id, names));
  });
});
