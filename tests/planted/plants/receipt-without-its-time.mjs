export default {
  says: 'The hash of a receipt is reckoned over what was sent and not over when it came.',
  file: 'prisma/migrations/20261128130000_reports/migration.sql',
  find: "sha256(convert_to(content::text || ' ' || (extract(epoch FROM received_at) * 1000)::bigint::text, 'UTF8'))",
  put: "sha256(convert_to(content::text, 'UTF8'))",
  run: ['integration', 'tests/integration/progress/reports.test.ts'],
  fails: /[-+]\s+"receipt": "[0-9a-f]{64}"/,
};
