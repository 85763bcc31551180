export default {
  says: 'The sums that a round keeps are not counted anew from its ballots.',
  file: 'lib/server/audit/verify/rounds-kept.ts',
  find: "  ['vote_sums', SUMS],\n",
  put: '',
  run: ['integration', 'tests/integration/votes/kept.test.ts'],
  fails: /vote_sums/,
};
