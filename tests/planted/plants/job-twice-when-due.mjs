export default {
  says: 'Every worker asks for the work of a due time, whoever has asked for it before.',
  file: 'lib/server/jobs/schedule.ts',
  find: 'const mine = taken.rowCount === 1;',
  put: 'const mine = taken.rowCount !== null;',
  run: ['integration', 'tests/integration/jobs/once.test.ts', '-t', 'scheduled work'],
  fails: /audit\.seal|imports\.clean|reminders\.make/,
  minutes: 6,
};
