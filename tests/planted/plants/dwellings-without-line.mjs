export default {
  says: 'the one line of an owner who came by an import does not say which dwellings are theirs',
  file: 'prisma/migrations/20261126130000_lines_of_owners/migration.sql',
  find: "p.audit_cipher, 'dwellings', d.list)",
  put: 'p.audit_cipher)',
  run: ['integration', 'tests/integration/imports/bulk.test.ts'],
  fails: /household_owner [0-9a-f-]{36}/,
};
