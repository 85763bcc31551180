export default {
  says: 'On the residents’ port the Host header decides: who names the office gets the portal.',
  file: 'scripts/serve-front.mjs',
  find: '(residentsOnly || isForResidents(req, publicHost) ? residents : office)',
  put: '(isForResidents(req, publicHost) ? residents : office)',
  run: ['unit', 'tests/unit/house/residents-address.test.ts'],
  fails: /'anju\.office\.local', 200, .* to deeply equal \[ 'anju\.office\.local', 404/,
};
