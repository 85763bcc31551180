export default {
  says: 'a route stands in no line of the access table: nobody said who may ask it',
  file: 'tests/support/matrix/entries.ts',
  find: "  'GET /tasks': ['signed-in', 'territory'],\n",
  put: '',
  run: ['unit', 'tests/unit/house/access-table.test.ts'],
  fails: /no line for \/api\/v1\/tasks/,
};
