export default {
  says: 'The server’s certificate does not name the server.',
  file: 'scripts/https/certificate.mjs',
  find: "    extension('2.5.29.17', sequence(...names.map(generalName))),\n",
  put: '',
  run: ['unit', 'tests/unit/https/certificates.test.ts'],
  fails: /ERR_TLS_CERT_ALTNAME_INVALID/,
};
