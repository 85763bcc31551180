import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlive } from '@/scripts/embedded-pg-process.mjs';
import { withoutBug } from '@/tests/planted/green.mjs';
import type { Plant } from '@/tests/planted/list.mjs';
import { tryPlant } from '@/tests/planted/run.mjs';
import { makeTree } from '@/tests/planted/tree.mjs';

/** A small house of one rule, its test, and a test that stands on ground of its own. */
const HOUSE = {
  'package.json': '{ "type": "module" }\n',
  'vitest.config.mjs': `export default { test: { projects: [{ test: { name: 'unit', include: ['tests/*.test.mjs'] } }] } };\n`,
  'lib/twice.mjs': '/** The double. */\nexport const twice = (n) => n * 2;\n',
  'lib/ground.mjs': 'export const ground = () => true;\n',
  'tests/twice.test.mjs': `import { beforeAll, expect, test } from 'vitest';
import { ground } from '../lib/ground.mjs';
import { twice } from '../lib/twice.mjs';
beforeAll(() => { if (!ground()) throw new Error('expected 9 to be 6'); });
test('twice three is six', () => expect(twice(3)).toBe(6));
test('of nothing is nothing', () => expect(twice(0)).toBe(0));
`,
  '.env': 'SECRET=1\n',
  '.data/files/one': '1\n',
};

let house: string;
beforeAll(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'anju-house-'));
  for (const [file, text] of Object.entries(HOUSE)) {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    writeFileSync(path.join(house, file), text);
  }
  symlinkSync(path.resolve('node_modules'), path.join(house, 'node_modules'));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

const BUG: Plant = {
  name: 'thrice',
  says: 'twice is thrice, whatever of',
  file: 'lib/twice.mjs',
  find: 'n * 2',
  put: 'n * 3',
  run: ['unit', 'tests/twice.test.mjs'],
  fails: /expected 9 to be 6/,
};

async function verdict(change: Partial<Plant> = {}) {
  const tree = makeTree(house);
  try {
    const judged = await tryPlant(tree.at, { ...BUG, ...change });
    expect(readFileSync(path.join(tree.at, 'lib/twice.mjs'), 'utf8')).toBe(HOUSE['lib/twice.mjs']);
    return judged;
  } finally {
    tree.remove();
    expect(existsSync(tree.at)).toBe(false);
    expect(readFileSync(path.join(house, 'lib/twice.mjs'), 'utf8')).toBe(HOUSE['lib/twice.mjs']);
  }
}

describe('the runner of planted bugs', () => {
  test('says which test caught the bug', async () => {
    expect(await verdict()).toEqual({ caught: true, why: 'twice three is six' });
  });

  test('reports a bug that nothing catches', async () => {
    const { caught, why } = await verdict({ find: 'The double.', put: 'The triple.' });
    expect([caught, why]).toEqual([false, 'the bug was not caught: 2 tests passed with it']);
  });

  test.each<[string, Partial<Plant>, RegExp]>([
    ['code that does not compile', { put: 'n * * 3' }, /another reason: tests\/twice\.test\.mjs could not be loaded/],
    ['code that is not there', { find: 'export const', put: 'const' }, /another reason/],
    [
      'other words',
      { fails: /expected 9 to be 7/ },
      /another reason: none of 1 failed tests says .*expected 9 to be 6/s,
    ],
    [
      'no test at all',
      { run: ['unit', 'tests/twice.test.mjs', '-t', 'nobody'] },
      /another reason: no test was executed/,
    ],
    [
      'ground that does not carry',
      { file: 'lib/ground.mjs', find: 'true', put: 'false' },
      /another reason: no test was executed:\nexpected 9 to be 6/,
    ],
  ])(
    'is not content with %s',
    async (_, change, says) => {
      const { caught, why } = await verdict(change);
      expect(caught).toBe(false);
      expect(why).toMatch(says);
    },
    40_000,
  );

  test('is not content with a run that does not end, and leaves none of its processes behind', async () => {
    const told = path.join(house, 'turning');
    const turns = `((fs) => { fs.writeFileSync('${told}', String(process.pid)); for (;;); })(process.getBuiltinModule('node:fs'))`;
    const { caught, why } = await verdict({ put: turns, minutes: 0.2 });
    expect([caught, why]).toEqual([false, 'it was not finished after 0.2 minutes']);
    const pid = Number(readFileSync(told, 'utf8'));
    expect(pid).toBeGreaterThan(1);
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  }, 60_000);

  test('knows what passes without the bug, and what does not', async () => {
    const tree = makeTree(house);
    const plants = [BUG, { ...BUG, run: ['unit', 'tests/twice.test.mjs', '-t', 'nobody'] as Plant['run'] }];
    const faults = await withoutBug(tree.at, plants, []);
    expect(faults.get('tests/twice.test.mjs')).toBeNull();
    expect(faults.get('tests/twice.test.mjs -t nobody')).toMatch(/nothing was executed/);
    expect((await withoutBug(tree.at, [BUG], ['tests/twice.test.mjs'])).get('tests/twice.test.mjs')).toBeNull();
    tree.remove();
  });
});

test.each([false, true])(
  'a copy holds no settings, no data, and nothing that reaches the original (linked: %s)',
  (linked) => {
    const small = mkdtempSync(path.join(os.tmpdir(), 'anju-house-'));
    mkdirSync(path.join(small, 'node_modules/pg'), { recursive: true });
    writeFileSync(path.join(small, 'node_modules/pg/index.js'), '1\n');
    for (const file of ['.env', 'one.mjs']) writeFileSync(path.join(small, file), 'of the house\n');
    const tree = makeTree(small, { linkPackages: linked });
    expect(existsSync(path.join(tree.at, '.env'))).toBe(false);
    expect(readFileSync(path.join(tree.at, 'node_modules/pg/index.js'), 'utf8')).toBe('1\n');
    writeFileSync(path.join(tree.at, 'one.mjs'), 'of the copy\n');
    expect(readFileSync(path.join(small, 'one.mjs'), 'utf8')).toBe('of the house\n');
    tree.remove();
    expect(readFileSync(path.join(small, 'node_modules/pg/index.js'), 'utf8')).toBe('1\n');
    rmSync(small, { recursive: true });
  },
);

test('npm run plants with a name that is none says which there are, and plants nothing', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/plants.mjs', 'missing-farce'], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('没有这样的植入错误 there is no such plant: missing-farce');
  expect(stderr).toMatch(/已有 there are: .*missing-force/);
  expect(stdout.trim()).toBe('0 passed, 1 failed');
});
