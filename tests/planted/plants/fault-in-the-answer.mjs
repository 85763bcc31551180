export default {
  says: 'an error is swallowed: what the database refused is answered as done',
  file: 'lib/server/define-route.ts',
  find: '    if (known) return problemResponse(known, locale, requestId);\n',
  put: '    if (known) return Response.json({ said: String(thrown) });\n',
  run: ['integration', 'tests/integration/walls/every-operation.test.ts', '-t', 'knows no other'],
  fails: /answered 200/,
};
