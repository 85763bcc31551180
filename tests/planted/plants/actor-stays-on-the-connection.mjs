export default {
  says: 'who asks is set for the session, not for the transaction: the next on that connection is still that person',
  file: 'lib/server/db/settings.ts',
  find: "'count(set_config(name, value, true)) FROM unnest",
  put: "'count(set_config(name, value, false)) FROM unnest",
  run: ['integration', 'tests/integration/walls/every-cell.test.ts', '-t', 'whoever asks next'],
  fails: /"value": "/,
};
