import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { opinionInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { giveOpinion } from '@/lib/server/scorecards/season/review';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '对一项提出复核意见，各人写各人的；If-Match 是本人意见的版本，还没有的为 0',
    tag: 'scorecards',
    permission: 'scorecard.review',
    action: 'scorecard.opinion',
    ifMatch: true,
    params: idParams,
    body: opinionInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      giveOpinion(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
