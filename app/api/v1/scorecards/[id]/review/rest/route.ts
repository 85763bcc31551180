import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { restInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { acceptRest } from '@/lib/server/scorecards/season/review';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '其余各项按自评核定，写明理由',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.acceptRest',
    ifMatch: true,
    params: idParams,
    body: restInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      acceptRest(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.reason),
  }),
});
