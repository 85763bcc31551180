export default {
  says: "Two who draw on a county's pool at once are not kept apart.",
  file: 'lib/server/funds/post.ts',
  find: '  await holdPool(tx, project);\n  return {',
  put: '  return {',
  run: ['integration', 'tests/integration/funds/races.test.ts'],
  fails: /fund\.beyondPool/,
};
