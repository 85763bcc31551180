export default {
  says: 'Every run of https:setup makes another authority: each device has to install again.',
  file: 'scripts/https-setup.mjs',
  find: '  let authority = readAuthority(files, choices);\n',
  put: '  let authority = null;\n',
  run: ['unit', 'tests/unit/https/certificates.test.ts'],
  fails: /expected \[ true, 'missing', …\(1\) \] to deeply equal \[ false, null/,
};
