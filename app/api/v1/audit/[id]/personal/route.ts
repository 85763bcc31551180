import { z } from 'zod';
import { can } from '@/lib/domain/accounts/permissions';
import { auditReveal, auditRevealed } from '@/lib/domain/audit/views';
import { forbidden } from '@/lib/server/answer';
import { revealLine } from '@/lib/server/audit/commands';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '说明理由后显示一条日志中的个人信息；显示本身也记入日志；密钥已按期销毁的答 410',
    tag: 'audit',
    permission: 'personal.reveal',
    limit: 'reveal',
    neverKept: true,
    params: z.object({ id: z.string().regex(/^\d{1,18}$/) }),
    body: auditReveal,
    output: auditRevealed,
    run: async ({ tx, actor, params, body }) =>
      can(actor.role, 'audit.read') ? revealLine(tx, params.id, body.reason) : forbidden(),
  }),
});
