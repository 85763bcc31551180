export default {
  says: 'The percentages of a report that was accepted are written in afterwards.',
  file: 'prisma/migrations/20261128130000_reports/migration.sql',
  find: "WHERE id = NEW.report_id AND (status IN ('submitted', 'accepted') OR",
  put: "WHERE id = NEW.report_id AND (status IN ('submitted') OR",
  run: ['integration', 'tests/integration/progress/reports.test.ts'],
  fails: /written: UPDATE progress_item SET percent = 90/,
};
