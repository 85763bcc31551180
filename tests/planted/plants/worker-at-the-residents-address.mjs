export default {
  says: 'The worker of 上门登记 is served at the residents’ address.',
  file: 'scripts/serve-public.mjs',
  find: 'const OFFICE_FILES = /^\\/(?:sw\\.js$|field(?:\\/|$))/;',
  put: 'const OFFICE_FILES = /^\\/field(?:\\/|$)/;',
  run: ['unit', 'tests/unit/house/residents-address.test.ts'],
  fails: /sw\.js/,
};
