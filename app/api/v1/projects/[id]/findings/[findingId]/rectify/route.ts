import { rectifyInput } from '@/lib/domain/projects/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { rectify } from '@/lib/server/projects/findings';
import { FindingShape, findingParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '报告整改完成',
    tag: 'projects',
    permission: 'progress.write',
    action: 'finding.rectify',
    ifMatch: true,
    params: findingParams,
    body: rectifyInput,
    output: FindingShape,
    run: ({ tx, actor, params, body, ifMatch }) =>
      rectify(tx, actor, { projectId: params.id, id: params.findingId, version: ifMatch ?? 0 }, body),
  }),
});
