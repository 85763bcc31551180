export default {
  says: 'A form that is said to have come back before it was printed is no sign.',
  file: 'lib/domain/votes/suspicions.ts',
  find: 'today(collectedAt) < today(formPrintedAt)',
  put: 'today(collectedAt) > today(formPrintedAt)',
  run: ['unit', 'tests/unit/domain/votes/suspicions.test.ts'],
  fails: /match object|deeply equal/,
};
