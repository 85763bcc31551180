export default {
  says: 'A field that the data file misspells is passed over in silence.',
  file: 'prisma/seed/fixture/schema.ts',
  find: `const compound = z
  .strictObject({`,
  put: `const compound = z
  .object({`,
  run: ['integration', 'tests/integration/seed/bad-fixture.test.ts'],
  fails: /expected \[\] to have a length of 1|to match \/\^compounds/,
};
