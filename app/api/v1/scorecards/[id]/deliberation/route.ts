import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { lineInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { deliberateCriterion } from '@/lib/server/scorecards/season/closing';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '审议一项；If-Match 是这一项的版本，还没有的为 0',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.deliberateOne',
    ifMatch: true,
    params: idParams,
    body: lineInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      deliberateCriterion(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
