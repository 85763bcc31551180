export default {
  says: 'What an inspection finds may have been due before the day of the inspection.',
  file: 'lib/domain/inspections/rules.ts',
  find: '    ...(limitOn < inspectedOn\n',
  put: "    ...(limitOn === ''\n",
  run: ['unit', 'tests/unit/domain/inspections/rules.test.ts'],
  fails: /finding\.limitBeforeInspection/,
};
