export default {
  says: 'The last day on which a county can dispute does not count.',
  file: 'lib/domain/scorecards/season/disputes.ts',
  find: 'until !== null && today <= until',
  put: 'until !== null && today < until',
  run: ['unit', 'tests/unit/domain/scorecards/season/closing.test.ts'],
  fails: /expected \[ false, false \] to deeply equal \[ true, false \]/,
};
