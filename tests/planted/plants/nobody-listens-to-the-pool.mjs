export default {
  says: 'A connection that is lent has no listener for its end: the death of the database goes past everybody.',
  file: 'lib/server/db/patient-pool.ts',
  find: `      made.on('error', logged);
`,
  put: `      if (!made) logged(new Error('none'));
`,
  run: ['drill', 'tests/drill/killed.test.ts', '-t', 'the database is killed'],
  fails: /no error went past those who listen/,
  minutes: 6,
};
