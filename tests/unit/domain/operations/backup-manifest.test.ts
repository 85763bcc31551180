import { expect, test } from 'vitest';
import { backupManifest, unlike, withName } from '@/lib/domain/operations/backup-manifest';

const none = { count: 0, first: [] };
const sha = (letter: string) => letter.repeat(64);
const table = (name: string, more = {}) => ({ name, columns: ['id'], rows: 2, bytes: 40, sha256: sha('a'), ...more });
const files = { count: 1, bytes: 9, sha256: sha('b'), missing: none, damaged: none };
const promised = { tables: [table('account'), table('unit')], files };

test('all as it was: nothing to say', () => {
  expect(unlike(promised, promised)).toEqual([]);
  expect(unlike(promised, { ...promised, tables: [...promised.tables].reverse() })).toEqual([]);
});

test.each([
  ['a row less', { rows: 1 }],
  ['another byte', { bytes: 41 }],
  ['another content', { sha256: sha('c') }],
])('%s in a table is named by its table', (_, change) => {
  expect(unlike(promised, { ...promised, tables: [table('account'), table('unit', change)] })).toEqual(['table unit']);
});

test('a table that is not there, and one that nobody promised', () => {
  expect(unlike(promised, { ...promised, tables: [table('unit'), table('salaries')] })).toEqual([
    'table account',
    'table salaries (not in the manifest)',
  ]);
});

test.each([{ count: 2 }, { bytes: 8 }, { sha256: sha('c') }, { damaged: { count: 1, first: ['x'] } }])(
  'files that differ: %o',
  (change) => expect(unlike(promised, { ...promised, files: { ...files, ...change } })).toEqual(['files']),
);

test('a list of names stays short, its count does not', () => {
  const list = Array.from({ length: 250 }, (_, n) => String(n)).reduce(withName, none);
  expect(list.count).toBe(250);
  expect(list.first).toHaveLength(100);
});

test('names of tables and sequences that could be anything but names are no manifest', () => {
  const named = (name: string) => backupManifest.shape.tables.safeParse([table(name)]).success;
  expect(named('pgboss.job')).toBe(true);
  for (const name of ['', 'a b', 'a;drop', '../a', 'a.b.c', 'Ä']) expect(named(name), name).toBe(false);
});
