export default {
  says: 'A complaint that joined another is counted beside it.',
  file: 'lib/server/complaints/queries.ts',
  find: ': Prisma.sql`c.lead_id IS NULL`,',
  put: ': Prisma.sql`true`,',
  run: ['integration', 'tests/integration/complaints/complaints.test.ts'],
  fails: /[-+]\s+"counted": \d+/,
};
