export default {
  says: 'A data file that is refused has left the reporting units behind before it was read.',
  file: 'prisma/seed/fixture.ts',
  find: `  readFixture(data);
`,
  put: '',
  run: ['integration', 'tests/integration/seed/bad-fixture.test.ts'],
  fails: /\+\s+"units": 12/,
};
