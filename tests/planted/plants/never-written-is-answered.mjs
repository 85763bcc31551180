export default {
  says: 'A required item that nobody ever opened counts as answered, and the plan becomes final without it.',
  file: 'lib/domain/plans/final.ts',
  find: "(there.get(placeKey(buildingId, item.code))?.answer ?? 'none') === 'none'",
  put: "there.get(placeKey(buildingId, item.code))?.answer === 'none'",
  run: ['unit', 'tests/unit/domain/plans/final.test.ts'],
  fails: /plan\.unanswered/,
};
