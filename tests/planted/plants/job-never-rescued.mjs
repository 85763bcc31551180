export default {
  says: 'A job whose process was killed stays in its hands for good.',
  file: 'lib/server/jobs/hold.ts',
  find: 'const mine = free.rows[0]?.free === true &&',
  put: 'const mine = free.rows[0]?.free === null &&',
  run: ['integration', 'tests/integration/jobs/once.test.ts', '-t', 'killed outright'],
  fails: /not in time: done by the other/,
  minutes: 5,
};
