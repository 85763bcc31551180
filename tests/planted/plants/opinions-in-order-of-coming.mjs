export default {
  says: 'What dissatisfied households wish for is kept in the order in which they answered.',
  file: 'prisma/migrations/20261128132100_satisfaction/migration.sql',
  find: '(SELECT jsonb_agg(w ORDER BY w COLLATE "C") FROM',
  put: '(SELECT jsonb_agg(w) FROM',
  run: ['integration', 'tests/integration/complaints/satisfaction.test.ts'],
  fails: /[-+]\s+"(甲：太吵|乙：漏水)"/,
};
