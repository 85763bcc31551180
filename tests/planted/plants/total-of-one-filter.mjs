export default {
  says: 'of two filters at once the total of a list knows only the first',
  file: 'lib/server/compounds/list-total.ts',
  find: '  if (wanted.length > 1) return null;\n',
  put: '',
  run: ['integration', 'tests/integration/compounds/list-total.test.ts'],
  fails: /expected \d+ to be \d+/,
};
