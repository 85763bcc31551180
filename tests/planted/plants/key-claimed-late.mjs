export default {
  says: 'Whoever comes second with one key does the work again instead of hearing the first answer.',
  file: 'lib/server/api/idempotency.ts',
  find: 'if (claimed === 0) {',
  put: 'if (claimed < 0) {',
  run: ['integration', 'tests/integration/walls/door.test.ts'],
  fails: /\+\s+"value": 2/,
};
