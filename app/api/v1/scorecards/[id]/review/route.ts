import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { decisionInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { completeReview, decideCriterion } from '@/lib/server/scorecards/season/review';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '核定一项；If-Match 是这一项复核分的版本，还没有的为 0',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.decideOne',
    ifMatch: true,
    params: idParams,
    body: decisionInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      decideCriterion(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
  POST: operation({
    summary: '复核完成：一致的意见成为复核分，县市可以开始提出异议',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.completeReview',
    ifMatch: true,
    params: idParams,
    output: scorecardAnswer,
    run: ({ tx, actor, params, ifMatch }) => completeReview(tx, actor, { id: params.id, version: ifMatch ?? 0 }),
  }),
});
