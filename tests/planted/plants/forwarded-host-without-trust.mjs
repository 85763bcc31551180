export default {
  says: 'X-Forwarded-Host is believed though no proxy is trusted.',
  file: 'scripts/serve-front.mjs',
  find: "  'x-forwarded-host',\n",
  put: '',
  run: ['unit', 'tests/unit/house/residents-address.test.ts'],
  fails: /expected 404 to be 200/,
};
