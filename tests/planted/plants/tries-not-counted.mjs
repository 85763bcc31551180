export default {
  says: 'Wrong passwords are looked at as often as somebody likes.',
  file: 'lib/server/auth/tries.ts',
  find: '    return { allowed: false, seconds, first:',
  put: '    return { allowed: true, seconds, first:',
  run: ['integration', 'tests/integration/accounts/sign-in.test.ts', '-t', 'lock-out'],
  fails: /401|429/,
};
