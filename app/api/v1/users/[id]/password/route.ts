import { z } from 'zod';
import { userView } from '@/lib/domain/accounts/list-query';
import { passwordResetSchema } from '@/lib/domain/accounts/schema';
import { resetPassword } from '@/lib/server/accounts/commands';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '重置密码：设一个一次性密码，本人首次登录时须修改；其登录随即结束',
    tag: 'accounts',
    permission: 'user.write',
    params: z.object({ id: z.uuid() }),
    body: passwordResetSchema,
    output: userView,
    ifMatch: true,
    run: ({ tx, actor, params, body, ifMatch }) => resetPassword(tx, actor, params.id, ifMatch ?? 0, body.password),
  }),
});
