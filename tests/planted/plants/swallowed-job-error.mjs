export default {
  says: 'The worker swallows the error of a job: it says that it is done.',
  file: 'lib/server/jobs/runner.ts',
  find: '    if (!refused) return held.fail(thrown);\n',
  put: '    if (!refused) return held.complete();\n',
  run: ['integration', 'tests/integration/log/canary.test.ts', '-t', 'a worker whose jobs fail'],
  fails: /not in time: all failed/,
};
