export default {
  says: 'A stage is completed without holding the project: two people complete it at once.',
  file: 'lib/server/stages/commands.ts',
  find: '${projectScope(actor)} FOR UPDATE`;',
  put: '${projectScope(actor)}`;',
  run: ['integration', 'tests/integration/stages/steps.test.ts'],
  fails: /expected \[ 200, 200 \] to deeply equal \[ 200, 422 \]/,
};
