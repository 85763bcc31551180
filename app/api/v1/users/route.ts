import { userList, userListQuery, userView } from '@/lib/domain/accounts/list-query';
import { userCreateSchema } from '@/lib/domain/accounts/schema';
import { createUser } from '@/lib/server/accounts/commands';
import { listUsers } from '@/lib/server/accounts/queries';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '账号列表：州住建局看全州，县市住建局看本县市',
    tag: 'accounts',
    permission: 'user.read',
    query: userListQuery,
    output: userList,
    run: async ({ tx, actor, query }) => done(await listUsers(tx, actor, query)),
  }),
  POST: operation({
    summary: '新建账号，所设密码须在首次登录时修改',
    tag: 'accounts',
    permission: 'user.write',
    body: userCreateSchema,
    output: userView,
    status: 201,
    action: 'account.create',
    run: ({ tx, actor, body }) => createUser(tx, actor, body),
  }),
});
