import { describe, expect, test } from 'vitest';
import { readPlants, SHORT, whatIsWrong } from '@/tests/planted/list.mjs';
import { faultOfFile, verdictOfCheck, verdictOfTests } from '@/tests/planted/verdict.mjs';

const plants = await readPlants('tests/planted/plants');

describe('every planted bug', () => {
  test('is there', () => expect(plants.length).toBeGreaterThan(30));

  test.each(plants.map((plant) => [plant.name, plant] as const))('%s fits the code', (_, plant) => {
    expect(whatIsWrong(plant, '.')).toEqual([]);
  });

  test('of the five kinds that were asked for is planted in npm test', () => {
    const names = plants.map(({ name }) => name);
    expect(Object.keys(SHORT)).toHaveLength(5);
    expect(Object.values(SHORT).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('a plant that proves nothing is told so', () => {
  const fine = {
    name: 'x',
    says: 'two is three, whoever asks',
    file: 'package.json',
    find: '"name": "anju"',
    put: '"name": "anju2"',
    run: ['unit', 'tests/unit/house/plants.test.ts'] as [string, string],
    fails: /expected 3 to be 2/,
  };
  test('a whole one is not', () => expect(whatIsWrong(fine, '.')).toEqual([]));
  test.each([
    [{ file: 'lib/gone.ts' }, 'the plant no longer fits the code: there is no lib/gone.ts'],
    [
      { find: '"never"' },
      'the plant no longer fits the code: what it looks for occurs 0 times in package.json, not once',
    ],
    [{ find: '"node ' }, /occurs \d\d? times in package\.json, not once/],
    [{ put: fine.find }, 'the plant changes nothing'],
    [{ run: ['unit', 'tests/unit/gone.test.ts'] }, /there is no test tests\/unit\/gone\.test\.ts/],
    [{ run: ['browser', 'tests/e2e/walls.spec.ts'] }, /run by browser, which is none of/],
    [{ run: ['unit'] }, 'it does not say what is to be run'],
    [{ says: 'broken' }, '`says` is no sentence that tells the bug'],
    [{ fails: /.*/ }, '`fails` would be content with any failure'],
    [{ fails: /expected/ }, '`fails` would be content with any failure'],
    [{ fails: 'expected 3' }, '`fails` would be content with any failure'],
  ])('%o', (change, says) => {
    const wrong = whatIsWrong({ ...fine, ...change } as typeof fine, '.');
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatch(says);
  });
});

describe('a run', () => {
  const passed = { name: 'two is two', state: 'passed', text: '' };
  const failed = (text: string) => ({ name: 'two is two', state: 'failed', text });
  const run = (tests: object[], text = '') =>
    verdictOfTests(
      { files: [{ file: 'a.test.ts', state: 'failed', tests, text }], unhandled: '' },
      'output',
      /3 to be 2/,
    );

  test('whose test fails in those words has caught the bug, and says which test did', () => {
    expect(run([passed, failed('expected 3 to be 2')])).toEqual({ caught: true, why: 'two is two' });
  });
  test('whose tests pass has not', () => {
    expect(run([passed]).why).toBe('the bug was not caught: 1 tests passed with it');
  });
  test('that fails in other words fails for another reason', () => {
    expect(run([failed('connect ECONNREFUSED')]).why).toMatch(
      /another reason: none of 1 failed tests says .*ECONNREFUSED/s,
    );
  });
  test('that does not compile, load or begin proves nothing, whatever it says', () => {
    expect(run([], 'expected 3 to be 2').why).toMatch(/another reason: a\.test\.ts could not be loaded/);
    expect(run([{ ...passed, state: 'skipped' }], '3 to be 2').why).toMatch(/another reason: no test was executed/);
    expect(run([failed('SyntaxError: 3 to be 2')]).caught).toBe(false);
    expect(run([failed('ReferenceError: two is not defined; 3 to be 2')]).caught).toBe(false);
    expect(verdictOfTests(null, '3 to be 2', /3 to be 2/).why).toMatch(/another reason: nothing was run/);
  });
  test('of a piece of the check must say what is meant', () => {
    expect(verdictOfCheck(1, 'routes are stale', /stale/).caught).toBe(true);
    expect(verdictOfCheck(0, 'routes are stale', /stale/).why).toMatch(/not caught/);
    expect(verdictOfCheck(1, 'Cannot find module', /stale/).why).toMatch(/another reason/);
  });
  test('without the bug is well when something was executed and nothing failed', () => {
    const file = (state: string, tests: object[], text = '') => faultOfFile({ state, tests, text });
    expect(file('passed', [passed])).toBeNull();
    expect(file('passed', [{ ...passed, state: 'skipped' }])).toMatch(/nothing was executed/);
    expect(file('failed', [passed, failed('expected 3 to be 2')])).toBe('two is two: expected 3 to be 2');
    expect(file('failed', [], 'Cannot find module')).toMatch(/Cannot find module/);
  });
});
