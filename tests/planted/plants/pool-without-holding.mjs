export default {
  says: "Two who draw on a county's pool at once are not kept apart.",
  file: 'lib/server/funds/post.ts',
  find: "  if (input.movement === 'assigned') await holdPool(tx, project);\n",
  put: '',
  run: ['integration', 'tests/integration/funds/races.test.ts'],
  fails: /fund\.beyondPool/,
};
