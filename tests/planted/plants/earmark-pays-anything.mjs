export default {
  says: 'Money with a purpose pays what it is not for.',
  file: 'lib/domain/funds/earmarks.ts',
  find: 'items.length === 0 || items.includes(item)',
  put: "items.length === 0 || item !== ''",
  run: ['unit', 'tests/unit/domain/funds/posting.test.ts'],
  fails: /fund\.notForItem/,
};
