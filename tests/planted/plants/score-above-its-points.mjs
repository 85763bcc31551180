export default {
  says: 'More compounds than the target bring more points than the criterion has.',
  file: 'lib/domain/scorecards/score.ts',
  find: 'Math.min(test.found, target)',
  put: 'test.found',
  run: ['unit', 'tests/unit/domain/scorecards/criteria.test.ts', '-t', '5.1'],
  fails: /expected 2667 to be 2000/,
};
