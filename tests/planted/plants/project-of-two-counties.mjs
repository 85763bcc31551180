export default {
  says: 'The database puts a compound of another county into a project.',
  file: 'prisma/migrations/20261127022800_plans_projects_rules/migration.sql',
  find: 'IF NOT FOUND OR NEW.county_id <> home THEN',
  put: 'IF NOT FOUND THEN',
  run: ['integration', 'tests/integration/projects/life.test.ts'],
  fails: /promise resolved .*INSERT/,
};
