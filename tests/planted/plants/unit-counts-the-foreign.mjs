export default {
  says: 'the list of units gives a town the compounds of its whole county',
  file: 'lib/server/units/queries.ts',
  find: 'UNION ALL SELECT subdistrict_id, n FROM places',
  put: 'UNION ALL SELECT county_id, n FROM places',
  run: ['integration', 'tests/integration/units/units.test.ts'],
  fails: /to deeply equal/,
};
