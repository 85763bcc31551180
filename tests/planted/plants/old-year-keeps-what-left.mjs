export default {
  says: 'in an old year a compound that moves to another town is counted in both',
  file: 'prisma/migrations/20261126140000_totals_of_frozen_surveys/migration.sql',
  find: "IF TG_OP = 'UPDATE' THEN moved := moved || ' UNION ALL ' || format(given, -1, 'old_rows'); END IF;",
  put: '',
  run: ['integration', 'tests/integration/programme/baseline.test.ts'],
  fails: /to deeply equal \[/,
};
