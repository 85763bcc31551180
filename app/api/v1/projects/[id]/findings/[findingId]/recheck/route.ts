import { recheckInput } from '@/lib/domain/projects/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { recheck } from '@/lib/server/projects/findings';
import { FindingShape, findingParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '复查：销号，或退回继续整改（须由另一账号）',
    tag: 'projects',
    permission: 'inspection.write',
    action: 'finding.recheck',
    ifMatch: true,
    params: findingParams,
    body: recheckInput,
    output: FindingShape,
    run: ({ tx, actor, params, body, ifMatch }) =>
      recheck(tx, actor, { projectId: params.id, id: params.findingId, version: ifMatch ?? 0 }, body),
  }),
});
