import { callBackInput } from '@/lib/domain/votes/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { recordCallBack } from '@/lib/server/votes/call-backs';
import { CallBackShape, roundHomeParams } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '登记一户的回访结果（不能是登记人本人）',
    tag: 'votes',
    permission: 'vote.check',
    action: 'vote.call_back',
    ifMatch: true,
    params: roundHomeParams,
    body: callBackInput,
    output: CallBackShape,
    run: ({ tx, actor, params, body, ifMatch }) =>
      recordCallBack(tx, actor, params.id, params.householdId, ifMatch ?? 0, body),
  }),
});
