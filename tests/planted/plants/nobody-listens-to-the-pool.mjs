export default {
  says: 'A connection that is lent has no listener for its end: the death of the database goes past everybody.',
  file: 'lib/server/db/patient-pool.ts',
  find: `      made.on('error', logged);
`,
  put: `      if (!made) logged(new Error('none'));
`,
  run: ['integration', 'tests/integration/db/lent.test.ts'],
  fails: /db\.connection-lost/,
};
