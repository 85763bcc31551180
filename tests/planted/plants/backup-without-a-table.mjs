export default {
  says: 'A backup leaves one table out, and the restore does not miss it.',
  file: 'lib/server/backup/tables.ts',
  find: 'AND NOT c.relispartition',
  put: "AND NOT c.relispartition AND c.relname <> 'compound_alias'",
  run: ['integration', 'tests/integration/backup/restore.test.ts'],
  fails: /compound_alias/,
};
