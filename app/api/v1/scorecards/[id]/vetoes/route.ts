import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { vetoInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { decideVeto } from '@/lib/server/scorecards/season/findings';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '决定一种否决情形是否适用；If-Match 是该决定的版本，还没有的为 0',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.decideVeto',
    ifMatch: true,
    params: idParams,
    body: vetoInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      decideVeto(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
