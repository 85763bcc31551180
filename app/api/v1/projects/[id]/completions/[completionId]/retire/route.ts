import { endInput } from '@/lib/domain/projects/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { retireCompletion } from '@/lib/server/projects/completions';
import { completionParams, WorksShape } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤回误报的完工（写明原因）',
    tag: 'projects',
    permission: 'progress.write',
    action: 'completion.retire',
    params: completionParams,
    body: endInput,
    output: WorksShape,
    run: ({ tx, actor, params, body }) =>
      retireCompletion(tx, actor, { projectId: params.id, id: params.completionId }, body.reason),
  }),
});
