export default {
  says: 'a token does whatever its account may, whatever it was given',
  file: 'lib/server/define-route.ts',
  find: "if (needed === 'any' || scopes.includes(needed)) return null;",
  put: "if (needed === 'any' || scopes.length > 0) return null;",
  run: ['integration', 'tests/integration/walls/every-token.test.ts'],
  fails: /token_scope_missing: answered/,
};
