export default {
  says: 'an import that writes into several compounds at once does not move their kept totals',
  file: 'prisma/migrations/20261123090500_totals/migration.sql',
  find: 'IF ids IS NOT NULL THEN PERFORM anju_refresh_totals(ids); END IF;',
  put: 'IF cardinality(ids) = 1 THEN PERFORM anju_refresh_totals(ids); END IF;',
  run: ['integration', 'tests/integration/imports/bulk.test.ts'],
  fails: /"?agree"?: false/,
};
