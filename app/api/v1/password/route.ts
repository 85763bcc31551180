import { passwordChangeSchema } from '@/lib/domain/accounts/schema';
import { changeOwnPassword, prepareOwnPassword } from '@/lib/server/accounts/commands-password';
import { callerOf } from '@/lib/server/auth/caller';
import { clearedSessionCookie } from '@/lib/server/auth/set-cookie';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '修改自己的密码：本人在所有设备上的登录随即结束，须用新密码重新登录',
    tag: 'accounts',
    permission: 'signed-in',
    beforePasswordChange: true,
    body: passwordChangeSchema,
    status: 204,
    action: 'account.password_change',
    before: ({ request, actor, body }) => prepareOwnPassword(actor, body, callerOf(request)),
    run: async ({ tx, actor, before }) => {
      const answer = await changeOwnPassword(tx, actor, before);
      return answer.ok ? { ...answer, headers: { 'set-cookie': clearedSessionCookie() } } : answer;
    },
  }),
});
