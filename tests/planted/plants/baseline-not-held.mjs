export default {
  says: 'The campaign is not held while its baseline is frozen: of two who freeze it, both do.',
  file: 'lib/server/programme/commands-baseline.ts',
  find: 'prefecture_id = ${actor.prefectureId}::uuid FOR UPDATE`',
  put: 'prefecture_id = ${actor.prefectureId}::uuid`',
  run: ['drill', 'tests/drill/races.test.ts', '-t', 'two people freeze one baseline'],
  fails: /length of 1 but got|expected \[ 404, 409, 422 \] to include/,
};
