export default {
  says: 'The filter of the territory is dropped: a row of any county is shown to everybody of every county.',
  file: 'prisma/migrations/20261123090300_row_security/migration.sql',
  find: "in_county text := 'county_id = ANY ((SELECT anju_counties())::uuid[])';",
  put: "in_county text := 'county_id IS NOT NULL';",
  run: ['integration', 'tests/integration/walls/second-wall.test.ts'],
  fails: /foreign rows for the clerk of 禄丰市: expected [1-9]/,
};
