export default {
  says: 'A restore does not look whether the database has data.',
  file: 'lib/server/backup/empty-place.ts',
  find: "    if (rowCount) throw new BackupRefused('database_not_empty', table.name);\n",
  put: '    void rowCount;\n',
  run: ['integration', 'tests/integration/backup/place.test.ts'],
  fails: /instead of rejecting/,
};
