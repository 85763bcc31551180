import { expect, test } from 'vitest';
import { operations } from '@/tests/support/every/operations';
import { OPERATIONS } from '@/tests/support/matrix/entries';
import { inFolder, unlisted } from '@/tests/support/matrix/listed';

test('every page and every route has its line in the access table, and no line is of nothing', () => {
  expect(inFolder().length).toBeGreaterThan(80);
  expect(unlisted(inFolder())).toEqual([]);
});

test('every operation has its line, which asks for the right that its route asks for', () => {
  expect(Object.keys(OPERATIONS).sort()).toEqual(operations.map(({ name }) => name).sort());
  const differ = operations.filter(({ name, spec }) => {
    const [may] = OPERATIONS[name] ?? [];
    const rights = typeof may === 'object' && 'all' in may ? may.all : [may].flat();
    return !rights.includes(spec.permission as never);
  });
  expect(differ.map(({ name }) => name)).toEqual([]);
});
