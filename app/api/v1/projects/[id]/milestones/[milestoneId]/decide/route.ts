import { milestoneAnswer } from '@/lib/domain/progress/answers';
import { milestoneDecision } from '@/lib/domain/progress/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { decideMilestone } from '@/lib/server/progress/milestones';
import { milestoneParams } from '@/lib/server/progress/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '接收或退回开工、竣工报告',
    tag: 'progress',
    permission: 'milestone.decide',
    action: 'milestone.decide',
    ifMatch: true,
    params: milestoneParams,
    body: milestoneDecision,
    output: milestoneAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      decideMilestone(tx, actor, { projectId: params.id, id: params.milestoneId, version: ifMatch ?? 0 }, body),
  }),
});
