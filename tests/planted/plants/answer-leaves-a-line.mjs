export default {
  says: 'The record keeps a line, with its moment and its author, for each household that said whether it is satisfied.',
  file: 'prisma/migrations/20261128132100_satisfaction/migration.sql',
  find: "SELECT anju_audit('satisfaction_survey');",
  put: "SELECT anju_audit('satisfaction_survey');\nSELECT anju_audit('satisfaction_roll', 'household_id');",
  run: ['integration', 'tests/integration/complaints/satisfaction.test.ts', '-t', 'no column, no order'],
  fails: /\+\s+"satisfaction\.answer"|satisfaction\.(record|open)/,
};
