export default {
  says: 'The bench times a server before it has looked at what it answers.',
  file: 'tests/bench/measure.ts',
  find: `  await checkCase(database, world, one);
  const targets = targetsOf(world, one);`,
  put: '  const targets = targetsOf(world, one);',
  run: ['integration', 'tests/integration/bench/never-timed.test.ts'],
  fails: /to deeply equal \[ 1, \+?0, \+?0 \]/,
};
