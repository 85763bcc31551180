export default {
  says: 'A first ballot comes in after closing without the photo of its form.',
  file: 'prisma/migrations/20261126201000_handed_in_before_closing/migration.sql',
  find: ' AND n.photo_file_id IS NOT NULL',
  put: '',
  run: ['integration', 'tests/integration/notices/handed-in.test.ts'],
  fails: /promise resolved|resolved instead of rejecting/,
};
