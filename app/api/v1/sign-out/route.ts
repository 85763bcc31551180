import { done } from '@/lib/server/answer';
import { record } from '@/lib/server/audit/record';
import { endSessionsIn } from '@/lib/server/auth/end-sessions';
import { clearedSessionCookie } from '@/lib/server/auth/set-cookie';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '退出登录：本人在所有设备上的登录一并结束',
    tag: 'accounts',
    permission: 'signed-in',
    beforePasswordChange: true,
    status: 204,
    run: async ({ tx, actor }) => {
      await endSessionsIn(tx, actor.accountId, 'sign_out');
      const { accountId, countyId } = actor;
      await record(tx, { action: 'account.sign_out', entity: 'account', entityId: accountId, countyId });
      return done(null, { status: 204, headers: { 'set-cookie': clearedSessionCookie() } });
    },
  }),
});
