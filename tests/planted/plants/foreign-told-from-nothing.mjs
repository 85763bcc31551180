export default {
  says: 'an account of another territory is answered otherwise than one that does not exist',
  file: 'app/api/v1/users/[id]/route.ts',
  find: '      const user = await oneUser(tx, actor, id);\n',
  put: `      const user = await oneUser(tx, actor, id);
      const there = await tx.$queryRaw<unknown[]>\`SELECT account_id FROM auth_job_actor(\${id}::uuid)\`;
      if (!user && there.length > 0) return { ...notFound(), status: 403 };
`,
  run: ['integration', 'tests/integration/walls/every-operation.test.ts', '-t', 'GET /users/{id}.*knows no other'],
  fails: /status.{1,4}403.* ≠ .*status.{1,4}404/,
};
