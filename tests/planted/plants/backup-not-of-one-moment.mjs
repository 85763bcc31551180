export default {
  says: 'The tables of a backup are read one moment after the other.',
  file: 'lib/server/backup/snapshot.ts',
  find: "'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'",
  put: "'BEGIN READ ONLY'",
  run: ['integration', 'tests/integration/backup/make.test.ts'],
  fails: /units of the snapshot/,
};
