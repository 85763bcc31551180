export default {
  says: 'Row security is enabled and not forced: whoever owns a table passes it.',
  file: 'prisma/migrations/20261123090300_row_security/migration.sql',
  find: `  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
`,
  put: '',
  run: ['integration', 'tests/integration/walls/second-wall.test.ts'],
  fails: /"relname": "owner_personal"/,
};
