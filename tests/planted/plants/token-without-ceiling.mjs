export default {
  says: 'A token that went wild is not held back by its ceiling.',
  file: 'lib/server/auth/token-gate.ts',
  find: `  if (tooOften) return tooOften;
`,
  put: '',
  run: ['integration', 'tests/integration/api/limits.test.ts'],
  fails: /429/,
};
