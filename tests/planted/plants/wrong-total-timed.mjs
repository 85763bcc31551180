export default {
  says: 'The bench takes the answer of the list for right, whatever total it says.',
  file: 'tests/bench/cases/compounds-list.ts',
  find: 'assert.deepEqual({ total, items }, expected);',
  put: `assert.deepEqual({ ...(expected as List), items }, expected);
    assert.ok(total > 0);`,
  run: ['integration', 'tests/integration/bench/checks.test.ts'],
  fails: /"total":60.*expected \[Function\] to throw/s,
};
