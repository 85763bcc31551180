export default {
  says: 'The filter of the territory is dropped: a row of any county is shown to everybody of every county.',
  file: 'prisma/migrations/20261126124000_walls_the_planner_knows/migration.sql',
  find: 'county_id = ANY ((SELECT anju_counties())::uuid[]) AND CASE WHEN (SELECT anju_subdistrict())',
  put: 'county_id IS NOT NULL AND CASE WHEN (SELECT anju_subdistrict())',
  run: ['integration', 'tests/integration/walls/second-wall.test.ts'],
  fails: /foreign rows for the clerk of 禄丰市: expected [1-9]/,
};
