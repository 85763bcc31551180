export default {
  says: 'Who sent a report may accept it as its second person.',
  file: 'lib/domain/progress/report.ts',
  find: "    ...(sentBy === reviewer ? [reason('report.reviewedBySender')] : []),\n",
  put: '',
  run: ['unit', 'tests/unit/domain/progress/report.test.ts'],
  fails: /report\.reviewedBySender/,
};
