import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { submitCard } from '@/lib/server/scorecards/season/submitting';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '提交自评：冻结此刻的数据',
    tag: 'scorecards',
    permission: 'scorecard.self',
    action: 'scorecard.submit',
    ifMatch: true,
    params: idParams,
    output: scorecardAnswer,
    run: ({ tx, actor, params, ifMatch }) => submitCard(tx, actor, { id: params.id, version: ifMatch ?? 0 }),
  }),
});
