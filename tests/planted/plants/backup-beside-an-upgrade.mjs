export default {
  says: 'A backup is made while a migration writes tables anew: they are empty in it.',
  file: 'lib/server/backup/make.ts',
  find: '    await line.query(NO_UPGRADE);\n',
  put: '',
  run: ['integration', 'tests/integration/backup/make.test.ts'],
  fails: /expected \[ 'upgrade' \] to deeply equal \[\]/,
};
