export default {
  says: 'Each request leaves a megabyte behind that nobody gives back.',
  file: 'lib/server/define-route.ts',
  find: `  const jar = cookiesOf(request);
`,
  put: `  const jar = cookiesOf(request);
  const left = globalThis as unknown as { kept?: Buffer[] };
  left.kept = [...(left.kept ?? []), Buffer.alloc(1_000_000, 1)];
`,
  run: ['drill', 'tests/drill/soak.test.ts'],
  fails: /to be less than or equal to \d/,
  minutes: 10,
};
