export default {
  says: 'A backup whose rows are not those of its manifest is taken as whole.',
  file: 'lib/server/backup/verify.ts',
  find: 'if (differs.length > 0)',
  put: 'if (differs.length > 1_000)',
  run: ['integration', 'tests/integration/backup/refused.test.ts'],
  fails: /taken as whole/,
};
