export default {
  says: 'Whoever is named to one project sees all of them.',
  file: 'prisma/migrations/20261127022800_plans_projects_rules/migration.sql',
  find: '(SELECT array_agg(project_id) FROM project_person WHERE account_id = anju_account() AND ended_at IS NULL)',
  put: '(SELECT array_agg(project_id) FROM project_person WHERE ended_at IS NULL)',
  run: ['integration', 'tests/integration/projects/life.test.ts'],
  fails: /named to nothing/,
};
