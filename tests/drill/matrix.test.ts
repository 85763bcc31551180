import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { changed } from '@/tests/support/every/digest';
import { operations } from '@/tests/support/every/operations';
import { type Ground, openMatrix } from '@/tests/support/matrix/ground';
import { listed, unlisted } from '@/tests/support/matrix/listed';
import { type Names, namesIn, narrowedLists, narrowedPages } from '@/tests/support/matrix/narrowed';
import {
  type Examples,
  foreignCells,
  reachedCells,
  refusedBefore,
  toldApartCells,
} from '@/tests/support/matrix/operations';
import { pageCells, pages, subjectsOf, TRANSPORTS } from '@/tests/support/matrix/pages';
import { canEnd, ended, isOverFor, merged, staysOver } from '@/tests/support/matrix/retired';
import { PLACES, type Where } from '@/tests/support/matrix/sides';
import { everyView, LEVELS, moved, placesOutside, somethingNew } from '@/tests/support/matrix/unmoved';

// A reading thread takes a second to start; that it reads in a thread is proved where imports are.
vi.mock('@/lib/server/imports/reading/in-thread', async () => ({
  readInThread: (await import('@/lib/server/imports/reading/read-file')).readFile,
  gridInThread: (await import('@/lib/server/imports/reading/read-grid')).readGrid,
}));

/** Every page and route of the built application, asked as everybody, about what lies everywhere: tests/support/matrix/entries.ts. */
let ground: Ground;
const names = new Map<Where, Names>();
beforeAll(async () => {
  ground = await openMatrix();
  for (const where of PLACES) names.set(where, await namesIn(ground, where));
});
afterAll(() => ground?.end());

/** Nothing may have been written by what was refused. */
async function withoutTrace(work: () => Promise<string[]>): Promise<void> {
  const before = await ground.digest();
  const wrong = await work();
  const wrote = changed(before, await ground.digest()).map((table) => `wrote into ${table}`);
  expect([...wrong, ...wrote]).toEqual([]);
}

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
      await withoutTrace(() => pageCells(ground, page, subjects, transport));
    },
  );
});

describe.each(pages.filter(({ narrowed }) => narrowed.length > 0))('the page $pattern', (page) => {
  test('narrowed to what lies elsewhere shows what it shows of nothing', async () => {
    const op = operations.find(({ name }) => name === page.of);
    const id = op ? ((await ground.example(op, 'own')).params?.id ?? '') : '';
    await withoutTrace(() => narrowedPages(ground, page, id, names));
  });
});

describe.each(operations)('$name', (op) => {
  test('is closed to whom the table does not name, and knows nothing of other places', async () => {
    const example = await ground.example(op, 'own');
    const others: Examples = new Map();
    for (const where of PLACES) others.set(where, await ground.example(op, where));
    const [over, part] = [await ended(ground, op, 'other county'), await merged(ground, op, 'other county')];
    if (over) others.set('other county, retired', over);
    if (part) others.set('other county, merged', part);
    await withoutTrace(async () => [
      ...(await refusedBefore(ground, op, example)),
      ...(await toldApartCells(ground, op, example, foreignCells(ground, op, example, others))),
      ...(await narrowedLists(ground, op, example, names)),
    ]);
  });

  test('is open to whom the table names', async () => {
    expect(await reachedCells(ground, op)).toEqual([]);
  });
});

describe.each(operations.filter(canEnd))('$name', (op) => {
  test('of what is over: it may be looked at, and nothing is done to it', async () => {
    const over = [await ended(ground, op, 'own'), await merged(ground, op, 'own')].filter((one) => one !== null);
    const ask = async () => (await Promise.all(over.map((one) => isOverFor(ground, op, one)))).flat();
    if (staysOver(op)) await withoutTrace(ask);
    else expect(await ask()).toEqual([]);
  });
});
