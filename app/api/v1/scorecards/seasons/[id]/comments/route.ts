import { seasonDetailAnswer } from '@/lib/domain/scorecards/season/answers';
import { commentInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { addComment } from '@/lib/server/scorecards/season/season-notes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '登记部门意见、居民意见，供审议',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.comment',
    params: idParams,
    body: commentInput,
    output: seasonDetailAnswer,
    status: 201,
    run: ({ tx, actor, params, body }) => addComment(tx, actor, params.id, body),
  }),
});
