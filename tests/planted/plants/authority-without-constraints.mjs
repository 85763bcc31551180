export default {
  says: 'The office’s authority may vouch for the whole internet: its name constraints are missing.',
  file: 'scripts/https/certificate.mjs',
  find: "    extension('2.5.29.30', nameConstraints(permitted), true),\n",
  put: '',
  run: ['unit', 'tests/unit/https/certificates.test.ts'],
  fails: /expected 'trusted' to contain 'permitted subtree violation'/,
};
