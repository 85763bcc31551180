export default {
  says: 'The actor is set for the session and not for the transaction: the next request on the connection is that person.',
  file: 'lib/server/db/settings.ts',
  find: 'set_config(name, value, true)',
  put: 'set_config(name, value, false)',
  run: ['integration', 'tests/integration/db/with-reader.test.ts'],
  fails: /\+\s+"account": "[0-9a-f-]{36}"/,
};
