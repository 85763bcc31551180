export default {
  says: 'a connection keeps the plan of every query it was ever asked',
  file: 'lib/server/db/patient-pool.ts',
  find: '  client.release = (error) => release(error || client.isFull);\n',
  put: '',
  run: ['integration', 'tests/integration/db/statements.test.ts'],
  fails: /less than or equal to 150/,
};
