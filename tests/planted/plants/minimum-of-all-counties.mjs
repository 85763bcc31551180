export default {
  says: 'The minimum of each county is met by whatever any county got.',
  file: 'lib/domain/annual/choose.ts',
  find: 'choice.countOf(one.countyId) < (minimum.get(one.countyId) ?? 0))',
  put: 'choice.verdicts.size < (minimum.get(one.countyId) ?? 0))',
  run: ['unit', 'tests/unit/domain/annual/choose.test.ts'],
  fails: /\[ '1', '2' \] to deeply equal \[ '1', '3' \]/,
};
