export default {
  says: 'The version that was read is dropped from the WHERE of the write: of two who save at once, both win.',
  file: 'lib/server/compounds/commands.ts',
  find: "AND version = ${version}::int AND status = 'active' AND county_id = ANY(${[...actor.counties]}::uuid[])`;\n  if (changed === 0) return lost(tx, actor, id, input);",
  put: "AND status = 'active' AND county_id = ANY(${[...actor.counties]}::uuid[])`;\n  if (changed === 0) return lost(tx, actor, id, input);",
  run: ['drill', 'tests/drill/races.test.ts', '-t', 'two people save one compound'],
  fails: /length of 1 but got 2/,
};
