export default {
  says: 'A household can be put into a roll that is frozen.',
  file: 'prisma/migrations/20261126190100_votes_rules/migration.sql',
  find: "(r.status <> 'draft' OR EXISTS (SELECT 1 FROM vote_tally t WHERE t.round_id = r.id))",
  put: '(r.status IS NULL)',
  run: ['integration', 'tests/integration/votes/kept.test.ts'],
  fails: /vote_roll_altered/,
};
