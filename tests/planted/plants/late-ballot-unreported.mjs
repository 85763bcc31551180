export default {
  says: 'Nobody asks which upheld objection made a ballot that came after closing.',
  file: 'lib/server/audit/verify/rounds-kept.ts',
  find: "  ['vote_after_closing', AFTER_CLOSING],\n",
  put: '',
  run: ['integration', 'tests/integration/notices/handed-in.test.ts'],
  fails: /vote_after_closing/,
};
