import { reportAnswer } from '@/lib/domain/progress/answers';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { acceptReport } from '@/lib/server/progress/reports';
import { reportParams } from '@/lib/server/progress/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '接收月报，此后锁定',
    tag: 'progress',
    permission: 'report.review',
    action: 'report.accept',
    ifMatch: true,
    params: reportParams,
    output: reportAnswer,
    run: ({ tx, actor, params, ifMatch }) => acceptReport(tx, actor, { ...params, version: ifMatch ?? 0 }),
  }),
});
