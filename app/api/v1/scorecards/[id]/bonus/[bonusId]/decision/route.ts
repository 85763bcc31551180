import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { bonusDecisionInput, bonusParams } from '@/lib/domain/scorecards/season/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { decideBonus } from '@/lib/server/scorecards/season/findings';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '核定加分，不超过申报的分值',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.decideBonus',
    ifMatch: true,
    params: bonusParams,
    body: bonusDecisionInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      decideBonus(tx, actor, { id: params.id, part: params.bonusId, version: ifMatch ?? 0 }, body),
  }),
});
