export default {
  says: 'An authority for hosts alone leaves every address free: what is not mentioned is not constrained.',
  file: 'scripts/https/certificate.mjs',
  find: 'networks.length === 0 ? ALL_ADDRESSES.map',
  put: 'networks.length < 0 ? ALL_ADDRESSES.map',
  run: ['unit', 'tests/unit/https/certificates.test.ts'],
  fails: /expected 'trusted' to contain 'excluded subtree violation'/,
};
