export default {
  says: 'The text of a ballot is not compared with the hash that was kept of it.',
  file: 'lib/server/audit/verify/round-chains.ts',
  find: 'sha256(row.text) !== row.hash',
  put: 'sha256(row.text).length !== row.hash.length',
  run: ['integration', 'tests/integration/votes/kept.test.ts'],
  fails: /vote_row_altered/,
};
