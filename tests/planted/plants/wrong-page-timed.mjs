export default {
  says: 'The bench takes a page for right that does not show its rows in their order.',
  file: 'tests/bench/cases/pages.ts',
  find: 'at = text.indexOf(`/compounds/${id}`, at);',
  put: 'at = text.indexOf(`/compounds/${id}`) + 1;',
  run: ['integration', 'tests/integration/bench/checks.test.ts'],
  fails: /expected .*to throw/s,
};
