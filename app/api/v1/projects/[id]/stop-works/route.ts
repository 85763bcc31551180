import { z } from 'zod';
import { stopWorkInput } from '@/lib/domain/inspections/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { StopWorkShape } from '@/lib/server/inspections/shapes';
import { issueStopWork, stopWorksOf } from '@/lib/server/inspections/stop-work';
import { projectHead } from '@/lib/server/projects/queries';
import { projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '项目的停工通知，未解除的在前',
    tag: 'inspections',
    permission: 'project.read',
    params: projectParams,
    output: z.object({ items: z.array(StopWorkShape) }),
    run: async ({ reader, actor, params }) =>
      (await projectHead(reader, actor, params.id))
        ? done({ items: await stopWorksOf(reader, actor, params.id) })
        : notFound(),
  }),
  POST: operation({
    summary: '因严重问题或检查发现的问题下发停工通知',
    tag: 'inspections',
    permission: 'inspection.write',
    action: 'stopWork.issue',
    params: projectParams,
    body: stopWorkInput,
    output: StopWorkShape,
    status: 201,
    run: ({ tx, actor, params, body }) => issueStopWork(tx, actor, params.id, body),
  }),
});
