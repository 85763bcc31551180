export default {
  says: "The seal's MAC is not compared: whoever reaches the disk can make a backup.",
  file: 'lib/server/backup/seal.ts',
  find: 'if (!expected.equals(bytes)) throw',
  put: 'if (!whole) throw',
  run: ['integration', 'tests/integration/backup/refused.test.ts'],
  fails: /to include 'taken as whole'/,
};
