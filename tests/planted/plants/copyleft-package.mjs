export default {
  says: 'A package under the GPL has come into the lock file.',
  file: 'package-lock.json',
  find: '    "node_modules/yauzl": {',
  put: `    "node_modules/viral": {
      "version": "1.0.0",
      "integrity": "sha512-AAAA",
      "license": "GPL-3.0-only"
    },
    "node_modules/yauzl": {`,
  run: ['unit', 'tests/unit/house/licences.test.ts'],
  fails: /viral.*GPL-3\.0-only/,
};
