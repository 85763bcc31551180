import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { proofParams, retireInput } from '@/lib/domain/scorecards/season/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { retireProof } from '@/lib/server/scorecards/season/proofs';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤下支撑材料，写明原因',
    tag: 'scorecards',
    permission: 'scorecard.self',
    action: 'scorecard.retireProof',
    params: proofParams,
    body: retireInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body }) => retireProof(tx, actor, { id: params.id, part: params.proofId }, body.reason),
  }),
});
