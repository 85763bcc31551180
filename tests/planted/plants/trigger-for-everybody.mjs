export default {
  says: 'a function that runs with the owner’s rights is left open to everybody',
  file: 'prisma/migrations/20261126110000_placing_is_nobodys_to_call/migration.sql',
  find: 'anju_move_with_compound(), anju_move_with_building() FROM PUBLIC;',
  put: 'anju_move_with_compound() FROM PUBLIC;',
  run: ['integration', 'tests/integration/walls/owners-rights.test.ts'],
  fails: /anju_move_with_building\(\)/,
};
