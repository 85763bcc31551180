export default {
  says: 'A restore leaves the sequences at their beginning.',
  file: 'lib/server/backup/load.ts',
  find: '    await setSequences(client, manifest);\n',
  put: '',
  run: ['integration', 'tests/integration/backup/restore.test.ts'],
  fails: /sequence audit_line_id_seq/,
};
