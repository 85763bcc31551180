export default {
  says: 'An item is reported at 100 % that was never registered complete.',
  file: 'lib/domain/progress/report.ts',
  find: "    ...(!isComplete && percent === 100 ? [reason('report.notCompleted', { name }, { field })] : []),\n",
  put: '',
  run: ['unit', 'tests/unit/domain/progress/report.test.ts'],
  fails: /report\.notCompleted/,
};
