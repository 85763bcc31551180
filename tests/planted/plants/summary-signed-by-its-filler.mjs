export default {
  says: 'Who fills in a county’s month may sign it, too.',
  file: 'lib/domain/progress/summary.ts',
  find: "    ...(signer === filler ? [reason('summary.samePerson', { name: filler }, { field: 'signer' })] : []),\n",
  put: '',
  run: ['unit', 'tests/unit/domain/progress/milestones.test.ts'],
  fails: /summary\.samePerson/,
};
