import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { disputeInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { dispute } from '@/lib/server/scorecards/season/disputes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '对一项复核分提出异议，在期限以内',
    tag: 'scorecards',
    permission: 'scorecard.self',
    action: 'scorecard.dispute',
    params: idParams,
    body: disputeInput,
    output: scorecardAnswer,
    status: 201,
    run: ({ tx, actor, params, body }) => dispute(tx, actor, params.id, body),
  }),
});
