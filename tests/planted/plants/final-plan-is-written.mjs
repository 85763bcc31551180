export default {
  says: 'A final plan takes no new cell, and lets those that it has be changed.',
  file: 'prisma/migrations/20261127022800_plans_projects_rules/migration.sql',
  find: 'CREATE TRIGGER plan_guard BEFORE INSERT OR UPDATE ON plan_item',
  put: 'CREATE TRIGGER plan_guard BEFORE INSERT ON plan_item',
  run: ['integration', 'tests/integration/plans/plans.test.ts'],
  fails: /written: reason = '后来补写'/,
};
