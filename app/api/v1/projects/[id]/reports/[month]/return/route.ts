import { reportAnswer } from '@/lib/domain/progress/answers';
import { returnInput } from '@/lib/domain/progress/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { returnReport } from '@/lib/server/progress/reports';
import { reportParams } from '@/lib/server/progress/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '退回月报，逐项写明意见；重大更正的，首次收到时间重新计算',
    tag: 'progress',
    permission: 'report.review',
    action: 'report.return',
    ifMatch: true,
    params: reportParams,
    body: returnInput,
    output: reportAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => returnReport(tx, actor, { ...params, version: ifMatch ?? 0 }, body),
  }),
});
