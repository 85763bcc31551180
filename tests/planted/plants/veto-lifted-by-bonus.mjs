export default {
  says: 'A total above 100 lifts a vetoed grade.',
  file: 'lib/domain/scorecards/grades.ts',
  find: 'if (vetoed) return lowest;',
  put: 'if (vetoed && total <= 10_000) return lowest;',
  run: ['unit', 'tests/unit/domain/scorecards/live.test.ts', '-t', 'veto'],
  fails: /expected '优秀' to be '不合格'/,
};
