export default {
  says: 'The residents’ address lets the API through.',
  file: 'scripts/serve-public.mjs',
  find: '  return files.has(at) || routeOf(tree, at) !== UNKNOWN ? target : null;\n',
  put: "  return files.has(at) || at.startsWith('/api/') || routeOf(tree, at) !== UNKNOWN ? target : null;\n",
  run: ['unit', 'tests/unit/house/residents-address.test.ts'],
  fails: /'gs\.example\.gov\.cn', 200, .* to deeply equal \[ 'gs\.example\.gov\.cn', 404/,
};
