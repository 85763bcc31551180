export default {
  says: 'A receipt keeps the time that the sender states, in place of the server’s own.',
  file: 'prisma/migrations/20261128130000_reports/migration.sql',
  find: '  NEW.received_at := anju_now();\n  NEW.hash := receipt_hash',
  put: '  NEW.hash := receipt_hash',
  run: ['integration', 'tests/integration/progress/reports.test.ts'],
  fails: /"day": "2020-05-04"/,
};
