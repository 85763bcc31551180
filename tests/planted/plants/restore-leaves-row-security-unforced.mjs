export default {
  says: 'After a restore row security is not forced again.',
  file: 'lib/server/backup/load.ts',
  find: "  await each('FORCE ROW LEVEL SECURITY');\n",
  put: '',
  run: ['integration', 'tests/integration/backup/restore.test.ts'],
  fails: /table \w+ security true forced true/,
};
