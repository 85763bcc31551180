export default {
  says: 'A return that is not material gives up the first time of receipt, and makes a report late that was in time.',
  file: 'lib/server/progress/reports.ts',
  find: 'first_received_at = CASE WHEN ${material} THEN NULL',
  put: "first_received_at = CASE WHEN ${is} = 'returned' THEN NULL",
  run: ['integration', 'tests/integration/progress/reports.test.ts'],
  fails: /[-+]\s+"firstReceivedAt": null/,
};
