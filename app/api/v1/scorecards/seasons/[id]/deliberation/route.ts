import { seasonDetailAnswer } from '@/lib/domain/scorecards/season/answers';
import { deliberationInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { deliberate } from '@/lib/server/scorecards/season/closing';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '形成初评意见：各县市都已复核、异议都已答复',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.deliberate',
    ifMatch: true,
    params: idParams,
    body: deliberationInput,
    output: seasonDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      deliberate(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
