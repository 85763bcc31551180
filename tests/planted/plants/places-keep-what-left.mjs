export default {
  says: 'a compound that moves to another community is counted in both',
  file: 'prisma/migrations/20261126123000_totals_of_places/migration.sql',
  find: "IF TG_OP = 'UPDATE' THEN moved := moved || ' UNION ALL ' || format(given, -1, 'old_rows'); END IF;",
  put: '',
  run: ['integration', 'tests/integration/compounds/totals.test.ts'],
  fails: /to deeply equal \[ \{ …\(10\) \}/,
};
