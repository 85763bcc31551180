export default {
  says: 'the token of a person who was dismissed still opens',
  file: 'prisma/migrations/20261124100000_access_tokens/migration.sql',
  find: "CASE WHEN a.disabled_at IS NOT NULL OR t.revoked_how = 'disabled' THEN 'disabled'",
  put: "CASE WHEN t.revoked_how = 'disabled' THEN 'disabled'",
  run: ['integration', 'tests/integration/walls/every-token.test.ts'],
  fails: /token_disabled: answered/,
};
