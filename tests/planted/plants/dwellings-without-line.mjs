export default {
  says: 'the one line of an owner who came by an import does not say which dwellings are theirs',
  file: 'prisma/migrations/20261124105100_lines_in_bulk/migration.sql',
  find: "CASE WHEN d.list IS NULL THEN '{}' ELSE jsonb_build_object('dwellings', d.list) END",
  put: "'{}'::jsonb",
  run: ['integration', 'tests/integration/imports/bulk.test.ts'],
  fails: /household_owner [0-9a-f-]{36}/,
};
