export default {
  says: 'A need is worded anew in a version of the rule book that offices have loaded.',
  file: 'lib/domain/rulebook/chuxiong2020/stages.ts',
  find: "'检查问题全部整改'",
  put: "'检查问题全部整改销号'",
  run: ['unit', 'tests/unit/domain/rulebook/versions.test.ts'],
  fails: /2020\.1/,
};
