export default {
  says: 'People of a project go on seeing it after they were ended.',
  file: 'prisma/migrations/20261127022800_plans_projects_rules/migration.sql',
  find: 'WHERE account_id = anju_account() AND ended_at IS NULL)',
  put: 'WHERE account_id = anju_account())',
  run: ['integration', 'tests/integration/projects/life.test.ts'],
  fails: /named no longer/,
};
