export default {
  says: 'A ballot that comes with its place in the chain may say who recorded it, and when.',
  file: 'prisma/migrations/20261126201000_handed_in_before_closing/migration.sql',
  find: 'moment, coalesce(who, n.recorded_by))',
  put: 'n.recorded_at, n.recorded_by)',
  run: ['integration', 'tests/integration/votes/kept.test.ts'],
  fails: /promise resolved|resolved instead of rejecting/,
};
