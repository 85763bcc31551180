export default {
  says: 'A fault is logged with its whole text, and so with the row that PostgreSQL quotes.',
  file: 'lib/server/define-route.ts',
  find: "    log.error('route.fault', { requestId, method }, thrown);\n",
  put: "    log.error('route.fault', { requestId, method }, thrown);\n    process.stderr.write(String((thrown as Error)?.stack));\n",
  run: ['integration', 'tests/integration/log/canary.test.ts', '-t', 'of every operation'],
  fails: /金丝雀甲|canary-in-a-reason/,
};
