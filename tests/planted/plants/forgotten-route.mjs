export default {
  says: 'A route is not in the list that the walls and the document of the API go by.',
  file: 'lib/server/api/routes.generated.ts',
  find: "  { path: '/tasks', module:",
  put: "  // { path: '/tasks', module:",
  run: ['check', 'routes'],
  fails: /routes\.generated\.ts 已过期 is stale/,
};
