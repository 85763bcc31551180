import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { disputeAnswerInput, disputeParams } from '@/lib/domain/scorecards/season/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { answerDispute } from '@/lib/server/scorecards/season/disputes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '答复异议：成立的改定分值，不成立的说明理由',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.answerDispute',
    ifMatch: true,
    params: disputeParams,
    body: disputeAnswerInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      answerDispute(tx, actor, { id: params.id, part: params.disputeId, version: ifMatch ?? 0 }, body),
  }),
});
