export default {
  says: 'The text of an audit line is not compared with the hash that was kept of it.',
  file: 'lib/server/audit/verify/chain-checker.ts',
  find: 'sha256(line.text) !== line.hash',
  put: 'sha256(line.text).length !== line.hash.length',
  run: ['integration', 'tests/integration/audit/verify.test.ts'],
  fails: /line_altered/,
};
