export default {
  says: 'Below another package lies a second copy of one, in a version with a known hole.',
  file: 'package-lock.json',
  find: '    "node_modules/yauzl": {',
  put: `    "node_modules/yauzl/node_modules/ws": {
      "version": "8.17.0",
      "integrity": "sha512-AAAA",
      "license": "MIT"
    },
    "node_modules/yauzl": {`,
  run: ['unit', 'tests/unit/house/lock-file.test.ts'],
  fails: /node_modules\/yauzl\/node_modules\/ws 8\.17\.0/,
};
