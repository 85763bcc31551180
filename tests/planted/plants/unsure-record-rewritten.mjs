export default {
  says: 'A record that may have arrived is written anew under another key: the server takes it up twice.',
  file: 'lib/domain/field/machine.ts',
  find: "(state.is === 'waiting' && !left)",
  put: "state.is === 'waiting'",
  run: ['unit', 'tests/unit/domain/field/machine.test.ts'],
  fails: /may have arrived: expected/,
};
