export default {
  says: 'A corrected ballot keeps, in the sum, the second look at the one it replaces.',
  file: 'prisma/migrations/20261126201000_handed_in_before_closing/migration.sql',
  find: "coalesce(-sum(s.checked::int) FILTER (WHERE n.kind <> 'noted'), 0)",
  put: '0',
  run: ['integration', 'tests/integration/votes/sums.test.ts'],
  fails: /[+-]\s+"checked": \d/,
};
