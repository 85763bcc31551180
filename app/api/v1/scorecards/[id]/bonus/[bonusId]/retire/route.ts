import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { bonusParams, retireInput } from '@/lib/domain/scorecards/season/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { retireBonus } from '@/lib/server/scorecards/season/proofs';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤下加分事项，写明原因',
    tag: 'scorecards',
    permission: 'scorecard.self',
    action: 'scorecard.retireBonus',
    ifMatch: true,
    params: bonusParams,
    body: retireInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      retireBonus(tx, actor, { id: params.id, part: params.bonusId, version: ifMatch ?? 0 }, body.reason),
  }),
});
