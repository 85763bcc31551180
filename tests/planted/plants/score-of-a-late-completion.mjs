export default {
  says: 'A completion report received on the last day is not in time any more.',
  file: 'lib/domain/scorecards/measures/works.ts',
  find: "'score.onTime.none', { due });\n    const met = on <= due;",
  put: "'score.onTime.none', { due });\n    const met = on < due;",
  run: ['unit', 'tests/unit/domain/scorecards/criteria.test.ts', '-t', '6.1'],
  fails: /expected \+0 to be 1000/,
};
