export default {
  says: 'A job is taken without the lock that shows that its process lives: it is given to another in the middle of it.',
  file: 'lib/server/jobs/hold.ts',
  find: '    if (job) await client.query(`SELECT pg_advisory_lock(${LOCK})`, [job.id]);\n',
  put: '',
  run: ['integration', 'tests/integration/jobs/once.test.ts', '-t', 'left to the worker'],
  fails: /taken from a worker that lives/,
  minutes: 5,
};
