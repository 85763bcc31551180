import { seasonDetailAnswer } from '@/lib/domain/scorecards/season/answers';
import { finalInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { closeSeason } from '@/lib/server/scorecards/season/closing';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '定稿：州政府同意的文号和日期；各县市的总分、等次、名次随之确定',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.close',
    ifMatch: true,
    params: idParams,
    body: finalInput,
    output: seasonDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      closeSeason(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
