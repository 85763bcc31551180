import { z } from 'zod';
import { milestoneAnswer } from '@/lib/domain/progress/answers';
import { milestoneInput } from '@/lib/domain/progress/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { milestonesOf, reportMilestone } from '@/lib/server/progress/milestones';
import { projectHead } from '@/lib/server/projects/queries';
import { projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '开工、竣工报告：实际日期、填报日期、首次收到和接收的时间',
    tag: 'progress',
    permission: 'project.read',
    params: projectParams,
    output: z.object({ items: z.array(milestoneAnswer) }),
    run: async ({ reader, actor, params }) =>
      (await projectHead(reader, actor, params.id))
        ? done({ items: await milestonesOf(reader, actor, params.id) })
        : notFound(),
  }),
  POST: operation({
    summary: '报告小区或项目开工、竣工；退回后再次报送也在这里',
    tag: 'progress',
    permission: 'progress.write',
    action: 'milestone.report',
    params: projectParams,
    body: milestoneInput,
    output: milestoneAnswer,
    status: 201,
    run: ({ tx, actor, params, body }) => reportMilestone(tx, actor, params.id, body),
  }),
});
