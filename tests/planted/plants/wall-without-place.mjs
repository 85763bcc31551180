export default {
  says: 'row security drops a filter: whoever belongs to a community reaches the whole county',
  file: 'prisma/migrations/20261126124000_walls_the_planner_knows/migration.sql',
  find: "CASE WHEN (SELECT anju_subdistrict()) IS NULL AND (SELECT anju_community()) IS NULL THEN true ELSE '",
  put: "CASE WHEN true THEN true ELSE '",
  run: ['integration', 'tests/integration/walls/every-cell.test.ts', '-t', 'community reads'],
  fails: /household: SELECT reached/,
};
