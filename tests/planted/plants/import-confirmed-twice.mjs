export default {
  says: 'An import is confirmed without looking whether somebody has just done so.',
  file: 'lib/server/imports/commands.ts',
  find: "WHERE id = ${id}::uuid AND status = 'previewed'`;\n  if (taken === 0)",
  put: 'WHERE id = ${id}::uuid`;\n  if (taken === 0)',
  run: ['drill', 'tests/drill/races.test.ts', '-t', 'two people confirm one import'],
  fails: /length of 1 but got 2/,
};
