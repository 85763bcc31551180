import { rewardInput, seasonResultAnswer } from '@/lib/domain/scorecards/result-answers';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { enterReward } from '@/lib/server/scorecards/result/enter-reward';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '登记一年绩效评价的奖励资金，系统给出建议分配；If-Match 是奖励资金的版本，还没有的为 0',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.reward',
    ifMatch: true,
    params: idParams,
    body: rewardInput,
    output: seasonResultAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      enterReward(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
