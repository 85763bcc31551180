export default {
  says: 'a page asks for a second connection while it holds one: sixteen people at once wait for each other',
  file: 'lib/server/operations/queries.ts',
  find: 'const ask = askIn(tx);',
  put: 'const ask = undefined;',
  run: ['integration', 'tests/integration/operations/operations.test.ts'],
  fails: /"invalid_type"/,
};
