import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { returnInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { returnCard } from '@/lib/server/scorecards/season/review';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '退回修改，写明原因；复核完成以前可以退回',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.return',
    ifMatch: true,
    params: idParams,
    body: returnInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      returnCard(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.reason),
  }),
});
