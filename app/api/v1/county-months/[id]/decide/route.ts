import { summaryAnswer } from '@/lib/domain/progress/answers';
import { milestoneDecision } from '@/lib/domain/progress/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { summaryParams } from '@/lib/server/progress/shapes';
import { decideSummary } from '@/lib/server/progress/summary';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '接收或退回县市月度汇总',
    tag: 'progress',
    permission: 'milestone.decide',
    action: 'summary.decide',
    ifMatch: true,
    params: summaryParams,
    body: milestoneDecision,
    output: summaryAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      decideSummary(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
