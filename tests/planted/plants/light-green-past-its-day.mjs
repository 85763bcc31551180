export default {
  says: 'A project whose day of completion has passed is red only where nothing was begun.',
  file: 'lib/domain/warnings/light.ts',
  find: '    ...(!isComplete(facts) && today > completeBy\n',
  put: '    ...(!isComplete(facts) && !hasStarted(facts) && today > completeBy\n',
  run: ['unit', 'tests/unit/domain/warnings/light.test.ts'],
  fails: /completeMissed/,
};
