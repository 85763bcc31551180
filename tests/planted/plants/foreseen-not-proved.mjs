export default {
  says: 'A read is answered to whom the session named last, whatever it says now.',
  file: 'lib/server/db/with-reader.ts',
  find: 'if (proof && !proof.holds(rows[0]?.said ?? null))',
  put: 'if (proof && rows.length === 0)',
  run: ['integration', 'tests/integration/api/foreseen.test.ts'],
  fails: /expected 200 to be 401/,
};
