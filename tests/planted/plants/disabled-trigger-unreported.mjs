export default {
  says: 'A trigger that was switched off is not reported by audit:verify.',
  file: 'lib/server/audit/verify/guards.ts',
  find: '      .filter(({ enabled }) => !enabled)',
  put: '      .filter(({ enabled }) => enabled === null)',
  run: ['integration', 'tests/integration/audit/verify.test.ts'],
  fails: /trigger_disabled/,
};
