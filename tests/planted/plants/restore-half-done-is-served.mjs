export default {
  says: 'A database whose restore did not end is served.',
  file: 'lib/server/health/checks.ts',
  find: "(facts.restoring ? ['restore_unfinished'] : [])",
  put: "(facts.restoring && facts.superuser ? ['restore_unfinished'] : [])",
  run: ['integration', 'tests/integration/backup/unfinished.test.ts'],
  fails: /restore_unfinished/,
};
