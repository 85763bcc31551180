import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { proofInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { addProof } from '@/lib/server/scorecards/season/proofs';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '为一项评分标准或加分事项添加支撑材料',
    tag: 'scorecards',
    permission: 'scorecard.self',
    action: 'scorecard.prove',
    params: idParams,
    body: proofInput,
    output: scorecardAnswer,
    status: 201,
    run: ({ tx, actor, params, body }) => addProof(tx, actor, params.id, body),
  }),
});
