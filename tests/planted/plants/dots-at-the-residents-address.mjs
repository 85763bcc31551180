export default {
  says: 'A path that becomes another when it is normalised is open to residents.',
  file: 'scripts/serve-public.mjs',
  find: "  if (at.includes('//') || new URL(at, 'http://anju.invalid').pathname !== at) return null;\n",
  put: '',
  run: ['unit', 'tests/unit/house/residents-address.test.ts'],
  fails: /_next\/static\/\.\.\/\.\.\/login/,
};
