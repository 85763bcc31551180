export default {
  says: 'A reviewer writes over the opinion of another reviewer.',
  file: 'lib/server/scorecards/season/review.ts',
  find: 'parts.opinions.find((one) => one.mine && one.criterion === input.criterion)',
  put: 'parts.opinions.find((one) => one.criterion === input.criterion)',
  run: ['integration', 'tests/integration/scorecards/season-refusals.test.ts'],
  fails: /expected \[ 200, 409, 409 \] to deeply equal \[ 200, 200, 200 \]/,
};
