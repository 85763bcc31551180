export default {
  says: 'A score that was submitted moves with what is recorded afterwards.',
  file: 'lib/server/scorecards/season/records.ts',
  find: 'const facts = parts.frozen ?? todayFacts;',
  put: 'const facts = todayFacts;',
  run: ['integration', 'tests/integration/scorecards/season-life.test.ts'],
  fails: /\+\s+"base": 3133/,
};
