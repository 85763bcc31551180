import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { returnInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { takeIn } from '@/lib/server/scorecards/season/submitting';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '按记录转入复核：过了截止日期县市仍未提交自评的，写明理由',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.takeIn',
    ifMatch: true,
    params: idParams,
    body: returnInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      takeIn(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.reason),
  }),
});
