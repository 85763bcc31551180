export default {
  says: 'A session’s cookie is read at the residents’ address.',
  file: 'scripts/serve-public.mjs',
  find: "  headers.cookie = looks.join(';').trim();\n",
  put: '',
  run: ['unit', 'tests/unit/house/residents-address.test.ts'],
  fails: /session-token=abc/,
};
