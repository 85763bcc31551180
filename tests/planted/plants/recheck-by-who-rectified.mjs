export default {
  says: 'Who reported a finding put right may look at it again as the second person.',
  file: 'lib/domain/projects/findings.ts',
  find: "    ...(state.status === 'rectified' && state.rectifiedBy === account ? [reason('finding.recheckedByRectifier')] : []),\n",
  put: '',
  run: ['unit', 'tests/unit/domain/projects/works.test.ts'],
  fails: /finding\.recheckedByRectifier/,
};
