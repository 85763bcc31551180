export default {
  says: 'A connection that is lent has no listener for its end: a database that dies takes the server with it.',
  file: 'lib/server/db/patient-pool.ts',
  find: `      made.on('error', logged);
`,
  put: `      if (!made) logged(new Error('none'));
`,
  run: ['drill', 'tests/drill/killed.test.ts', '-t', 'the database is killed'],
  fails: /the server lived through it/,
  minutes: 6,
};
