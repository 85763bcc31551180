export default {
  says: 'On the residents’ port the Host header decides: who names the office gets the portal.',
  file: 'scripts/serve-front.mjs',
  find: '(residentsOnly || isForResidents(req, publicHost) ? residents : office)',
  put: '(isForResidents(req, publicHost) ? residents : office)',
  run: ['unit', 'tests/unit/house/residents-address.test.ts'],
  fails: /residents get 404 for \/login on their own port/,
};
