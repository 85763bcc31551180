export default {
  says: 'one table is not under FORCE: its owner passes row security',
  file: 'prisma/migrations/20261123090300_row_security/migration.sql',
  find: "  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);",
  put: "  IF t::text <> 'owner_personal' THEN EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t); END IF;",
  run: ['integration', 'tests/integration/walls/second-wall.test.ts', '-t', 'forces row security'],
  fails: /"relname": "owner_personal"/,
};
