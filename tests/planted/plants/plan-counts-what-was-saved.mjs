export default {
  says: 'A plan costs what was saved last, not what stands in it.',
  file: 'prisma/migrations/20261127022800_plans_projects_rules/migration.sql',
  find: '      FROM plan_item WHERE plan_id IN (SELECT plan_id FROM new_rows) GROUP BY plan_id) s\n',
  put: '      FROM new_rows GROUP BY plan_id) s\n',
  run: ['integration', 'tests/integration/plans/plans.test.ts'],
  fails: /\+ +"todo": 1,/,
};
