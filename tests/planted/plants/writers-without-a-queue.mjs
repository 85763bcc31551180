export default {
  says: 'Officers who record into one round at once do not wait for one another.',
  file: 'prisma/migrations/20261126190100_votes_rules/migration.sql',
  find: 'WHERE round_id = NEW.round_id FOR UPDATE;\n  IF NOT FOUND',
  put: 'WHERE round_id = NEW.round_id;\n  IF NOT FOUND',
  run: ['integration', 'tests/integration/votes/writers.test.ts'],
  fails: /to have a length of 200 but got/,
};
