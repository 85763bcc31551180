export default {
  says: 'A request waits for a database that does not answer for as long as the database likes.',
  file: 'lib/server/db/patience.ts',
  find: 'const BUDGET_MS = 3_800;',
  put: 'const BUDGET_MS = 380_000;',
  run: ['drill', 'tests/drill/line.test.ts', '-t', 'is silent'],
  fails: /no answer within 20000 ms|to be less than 5000/,
  minutes: 8,
};
