import { operationsAnswer } from '@/lib/domain/operations/answers';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { operations } from '@/lib/server/operations/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '运行状况：数据库、后台任务、磁盘、备份、审计封存',
    description: 'faults 是不能正常服务的原因，warnings 是须有人处理的事；两者与 /api/health/ready 的代码相同。',
    tag: 'operations',
    permission: 'operations.read',
    output: operationsAnswer,
    run: async ({ tx }) => done(await operations(tx)),
  }),
});
