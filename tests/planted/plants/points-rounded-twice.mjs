export default {
  says: 'Criteria are rounded before they are added up at the indicator.',
  file: 'lib/domain/scorecards/score.ts',
  find: 'roundHalfUp(sumOfFractions(criteria));',
  put: 'criteria.reduce((sum, one) => sum + roundHalfUp(one), 0);',
  run: ['unit', 'tests/unit/domain/scorecards/columns.test.ts'],
  fails: /expected \+0 to be 1/,
};
