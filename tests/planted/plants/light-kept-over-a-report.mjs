export default {
  says: 'A month that was accepted does not have the light of its project reckoned anew.',
  file: 'prisma/migrations/20261128134000_lights/migration.sql',
  find: "ARRAY['project_month', 'milestone',",
  put: "ARRAY['milestone',",
  run: ['integration', 'tests/integration/warnings/kept.test.ts'],
  fails: /[-+]\s+"(percent|light)": /,
};
