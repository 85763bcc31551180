export default {
  says: 'A recording reads the whole round once for each of its ballots.',
  file: 'prisma/migrations/20261126200000_votes_at_hand/migration.sql',
  find: 'ROWS FROM (jsonb_to_recordset(asked) AS (h uuid, f text)) WITH ORDINALITY AS i(h, f, n)\n          LEFT JOIN vote_standing s ON s.round_id = which AND s.household_id = i.h',
  put: "(SELECT (one ->> 'h') AS h, one ->> 'f' AS f, n FROM jsonb_array_elements(asked) WITH ORDINALITY AS j(one, n) OFFSET 0) i\n          LEFT JOIN vote_standing s ON s.round_id = which AND s.household_id::text = i.h",
  run: ['integration', 'tests/integration/votes/reads.test.ts'],
  fails: /deeply equal/,
};
