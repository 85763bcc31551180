export default {
  says: 'A page that follows a round does not hear of second looks: the cell keeps asking for one.',
  file: 'lib/server/votes/pulse.ts',
  find: 'AND k.seq > ${since}::int',
  put: 'AND k.seq < 0',
  run: ['integration', 'tests/integration/votes/pulse.test.ts'],
  fails: /toEqual|deeply equal|toMatchObject|match object/,
};
