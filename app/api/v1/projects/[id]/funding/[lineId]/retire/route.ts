import { endInput } from '@/lib/domain/projects/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { retireFunding } from '@/lib/server/projects/funding';
import { FundingShape, lineParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '从筹措计划中撤去一笔资金来源（写明原因）',
    tag: 'projects',
    permission: 'project.write',
    action: 'funding.retire',
    ifMatch: true,
    params: lineParams,
    body: endInput,
    output: FundingShape,
    run: ({ tx, actor, params, body, ifMatch }) =>
      retireFunding(tx, actor, { projectId: params.id, id: params.lineId, version: ifMatch ?? 0 }, body.reason),
  }),
});
