import { fundingInput } from '@/lib/domain/projects/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { changeFunding } from '@/lib/server/projects/funding';
import { FundingShape, lineParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PATCH: operation({
    summary: '更正一笔资金来源',
    tag: 'projects',
    permission: 'project.write',
    action: 'funding.update',
    ifMatch: true,
    params: lineParams,
    body: fundingInput,
    output: FundingShape,
    run: ({ tx, actor, params, body, ifMatch }) =>
      changeFunding(tx, actor, { projectId: params.id, id: params.lineId, version: ifMatch ?? 0 }, body),
  }),
});
