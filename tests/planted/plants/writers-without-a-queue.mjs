export default {
  says: 'Officers who record into one round at once do not wait for one another.',
  file: 'prisma/migrations/20261126190100_votes_rules/migration.sql',
  find: 'WHERE round_id = b.round_id FOR UPDATE;',
  put: 'WHERE round_id = b.round_id;',
  run: ['integration', 'tests/integration/votes/writers.test.ts'],
  fails: /to have a length of 200 but got/,
};
