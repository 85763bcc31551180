export default {
  says: 'The outbox makes a key for each try: an answer that was lost makes a second ballot.',
  file: 'lib/client/outbox/send.ts',
  find: 'key: record.key, body: requestBody(record)',
  put: 'key: crypto.randomUUID(), body: requestBody(record)',
  run: ['unit', 'tests/unit/field/outbox.test.ts'],
  fails: /keys of one record: expected/,
};
