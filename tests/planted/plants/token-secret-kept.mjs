export default {
  says: 'the answer that shows a token is kept for repeated keys, with the secret in it',
  file: 'app/api/v1/tokens/route.ts',
  find: '    neverKept: true,\n',
  put: '',
  run: ['integration', 'tests/integration/accounts/tokens.test.ts'],
  fails: /idempotency_key/,
};
