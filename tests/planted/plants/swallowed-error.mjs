export default {
  says: 'A route swallows its faults: what nobody expected is answered as "not found", and nobody hears of it.',
  file: 'lib/server/define-route.ts',
  find: `    log.error('route.fault', { requestId, method }, thrown);
    return problemResponse(failure(500, 'internal'), locale, requestId);`,
  put: "    return problemResponse(failure(404, 'not_found'), locale, requestId);",
  run: ['integration', 'tests/integration/log/canary.test.ts'],
  fails: /expected 0 to be greater than 10/,
};
