export default {
  says: 'what is heavy is counted and never refused',
  file: 'lib/server/define-route.ts',
  find: '  if (tooOften) return tooOften;\n',
  put: '  if (tooOften?.ok) return tooOften;\n',
  run: ['integration', 'tests/integration/api/limits.test.ts'],
  fails: /429/,
};
