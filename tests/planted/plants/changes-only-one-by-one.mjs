export default {
  says: 'What all register changes would do together is judged by the frozen roll.',
  file: 'lib/domain/votes/register-changes.ts',
  find: 'return passed(frozen) !== passed(today);',
  put: 'return passed(frozen) !== passed(frozen);',
  run: ['unit', 'tests/unit/domain/votes/register-changes.test.ts'],
  fails: /to be (?:true|false)|Property failed/,
};
