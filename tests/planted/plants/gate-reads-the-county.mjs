export default {
  says: 'The gate takes the papers of the whole county for those of the project.',
  file: 'prisma/migrations/20261127023000_gate_facts/migration.sql',
  find: 'SELECT q.project_id, jsonb_agg(DISTINCT q.kind) AS kinds FROM paper q JOIN p ON p.id = q.project_id WHERE',
  put: 'SELECT p.id AS project_id, jsonb_agg(DISTINCT q.kind) AS kinds FROM paper q JOIN p ON p.county_id = q.county_id WHERE',
  run: ['integration', 'tests/integration/stages/steps.test.ts'],
  fails: /"budgetAudit"/,
};
