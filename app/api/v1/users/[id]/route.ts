import { z } from 'zod';
import { userView } from '@/lib/domain/accounts/list-query';
import { userUpdateSchema } from '@/lib/domain/accounts/schema';
import { updateUser } from '@/lib/server/accounts/commands';
import { oneUser } from '@/lib/server/accounts/queries';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';

const params = z.object({ id: z.uuid() });

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一个账号',
    tag: 'accounts',
    permission: 'user.read',
    params,
    output: userView,
    run: async ({ tx, actor, params: { id } }) => {
      const user = await oneUser(tx, actor, id);
      return user ? done(user, { version: user.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改账号：姓名、角色、单位，停用（说明原因）或恢复；角色、单位改变或停用时其登录随即结束',
    tag: 'accounts',
    permission: 'user.write',
    params,
    body: userUpdateSchema,
    output: userView,
    ifMatch: true,
    run: ({ tx, actor, params: { id }, body, ifMatch }) => updateUser(tx, actor, id, ifMatch ?? 0, body),
  }),
});
