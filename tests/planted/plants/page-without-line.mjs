export default {
  says: 'a page stands in no line of the access table',
  file: 'tests/support/matrix/entries.ts',
  find: "  '/operations': { may: 'operations.read' },\n",
  put: '',
  run: ['unit', 'tests/unit/house/access-table.test.ts'],
  fails: /no line for \/operations/,
};
