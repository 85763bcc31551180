export default {
  says: 'what a read asks behind its own end is answered with nothing instead of a fault',
  file: 'lib/server/db/with-reader.ts',
  find: "      if (isOver()) throw new Error('withReader: asked after its turn');\n",
  put: '',
  run: ['integration', 'tests/integration/db/with-reader.test.ts'],
  fails: /"n": 0/,
};
