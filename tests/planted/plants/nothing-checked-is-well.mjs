export default {
  says: 'A checker that saw no line at all says that all is well.',
  file: 'lib/server/audit/verify/verify.ts',
  find: "lines === 0 ? [{ kind: 'nothing_checked' }] : []",
  put: "lines < 0 ? [{ kind: 'nothing_checked' }] : []",
  run: ['integration', 'tests/integration/audit/verify.test.ts'],
  fails: /nothing_checked/,
};
