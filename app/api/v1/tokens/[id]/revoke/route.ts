import { z } from 'zod';
import { tokenRevokeSchema, tokenView } from '@/lib/domain/accounts/tokens';
import { revokeToken } from '@/lib/server/accounts/commands-tokens';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤销访问令牌：自己的，或所管理账号的；立即失效，不能恢复',
    tag: 'tokens',
    permission: 'signed-in',
    params: z.object({ id: z.uuid() }),
    body: tokenRevokeSchema,
    output: tokenView,
    action: 'token.revoke',
    run: ({ tx, actor, params, body }) => revokeToken(tx, actor, params.id, body.reason),
  }),
});
