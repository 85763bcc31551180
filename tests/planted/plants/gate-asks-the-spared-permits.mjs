export default {
  says: 'The gate of the drawings asks for the permits that are spared, and lets a project on new land pass without them.',
  file: 'lib/domain/stages/needs.ts',
  find: 'const { unknown, needed } = permitsOf(rulebook, touches);',
  put: 'const { unknown, spared: needed } = permitsOf(rulebook, touches);',
  run: ['unit', 'tests/unit/domain/stages/gate.test.ts'],
  fails: /siteSelection/,
};
