export default {
  says: '“差 42 万元” is rounded to the hundredth: who finds exactly that much is still short of it.',
  file: 'lib/format/money.ts',
  find: 'roundedText(fen, 6, 6)',
  put: 'roundedText(fen, 6, 2)',
  run: ['unit', 'tests/unit/domain/annual/papers-of-the-year.test.ts'],
  fails: /0\.000001 万元/,
};
