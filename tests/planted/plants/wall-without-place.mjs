export default {
  says: 'row security drops a filter: whoever belongs to a community reaches the whole county',
  file: 'prisma/migrations/20261123090300_row_security/migration.sql',
  find: "WHEN 'territory' THEN in_county || ' AND ' || in_place",
  put: "WHEN 'territory' THEN in_county",
  run: ['integration', 'tests/integration/walls/every-cell.test.ts', '-t', 'community reads'],
  fails: /household: SELECT reached/,
};
