import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { lineInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { scoreSelf } from '@/lib/server/scorecards/season/self';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '自评一项；If-Match 是这一项的版本，还没有的为 0',
    tag: 'scorecards',
    permission: 'scorecard.self',
    action: 'scorecard.self',
    ifMatch: true,
    params: idParams,
    body: lineInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => scoreSelf(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
