import { summaryAnswer } from '@/lib/domain/progress/answers';
import { summaryInput } from '@/lib/domain/progress/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { monthParams } from '@/lib/server/progress/shapes';
import { sendSummary } from '@/lib/server/progress/summary';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '报送县市月度汇总：填报人、审核人、签发人，一次报送',
    tag: 'progress',
    permission: 'report.sumUp',
    action: 'summary.send',
    params: monthParams,
    body: summaryInput,
    output: summaryAnswer,
    status: 201,
    run: ({ tx, actor, params, body }) => sendSummary(tx, actor, params.month, body),
  }),
});
