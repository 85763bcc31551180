import { withdrawInput } from '@/lib/domain/archive/schema';
import { withdrawPaper } from '@/lib/server/archive/commands';
import { PaperShape, paperParams } from '@/lib/server/archive/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤回一份资料（所在阶段完成前），写明原因；撤回的仍可查阅',
    tag: 'projects',
    permission: 'paper.write',
    params: paperParams,
    body: withdrawInput,
    output: PaperShape,
    run: ({ tx, actor, params, body }) => withdrawPaper(tx, actor, params, body.reason),
  }),
});
