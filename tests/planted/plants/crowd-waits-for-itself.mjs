export default {
  says: 'whoever opens 运行状况 needs two connections at once: a crowd holds all and waits for more',
  file: 'lib/server/operations/queries.ts',
  find: 'const ask = askIn(tx);',
  put: 'const ask = undefined;',
  run: ['drill', 'tests/drill/crowd.test.ts'],
  fails: /503/,
};
