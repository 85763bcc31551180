export default {
  says: 'A ballot is counted without asking whether its round is over.',
  file: 'prisma/migrations/20261126201000_handed_in_before_closing/migration.sql',
  find: "IF state NOT IN ('open', 'closed') OR (state = 'closed'",
  put: "IF state NOT IN ('open', 'closed', 'certified') OR (state = 'closed'",
  run: ['integration', 'tests/integration/votes/kept.test.ts'],
  fails: /done: INSERT INTO ballot \(round_id/,
};
