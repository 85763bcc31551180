import { auditList, auditListQuery } from '@/lib/domain/audit/views';
import { done } from '@/lib/server/answer';
import { listAudit } from '@/lib/server/audit/queries';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '操作日志：何人、何时、做了什么、改动前后；总数数到一万为止',
    tag: 'audit',
    permission: 'audit.read',
    limit: 'search',
    query: auditListQuery,
    output: auditList,
    run: async ({ tx, actor, query }) => done(await listAudit(tx, actor, query)),
  }),
});
