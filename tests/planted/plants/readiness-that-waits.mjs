export default {
  says: 'Readiness waits for a disk that does not answer.',
  file: 'lib/server/health/ready.ts',
  find: 'within(LIMIT_MS, storageState(), SILENT)',
  put: 'within(4 * LIMIT_MS, storageState(), SILENT)',
  run: ['integration', 'tests/integration/api/health.test.ts'],
  fails: /to be less than 2000/,
};
