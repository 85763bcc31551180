export default {
  says: 'Two who record in one county at once change its sums in crossing order, and one of them is sent away.',
  file: 'prisma/migrations/20261126202000_one_county_at_a_time/migration.sql',
  find: "  PERFORM pg_advisory_xact_lock(hashtextextended('totals ' || NEW.county_id, 0));\n",
  put: '',
  run: ['integration', 'tests/integration/compounds/together.test.ts'],
  fails: /busy_retry|too_slow/,
};
