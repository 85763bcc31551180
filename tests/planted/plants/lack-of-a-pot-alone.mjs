export default {
  says: 'What a project lacks is told without the money of its own county.',
  file: 'lib/domain/annual/purse.ts',
  find: 'const lack = amount - this.has(countyId, source) - this.has(POT, source);',
  put: 'const lack = amount - this.has(POT, source);',
  run: ['unit', 'tests/unit/domain/annual/choose.test.ts'],
  fails: /expected \[ '2' \] to deeply equal \[ '1' \]/,
};
