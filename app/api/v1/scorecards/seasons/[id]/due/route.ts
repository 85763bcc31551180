import { seasonDetailAnswer } from '@/lib/domain/scorecards/season/answers';
import { dueInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { moveDue } from '@/lib/server/scorecards/season/open';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '自评延期，写明理由；只能改到以后，形成初评意见以前可以延期',
    tag: 'scorecards',
    permission: 'scorecard.decide',
    action: 'scorecard.moveDue',
    ifMatch: true,
    params: idParams,
    body: dueInput,
    output: seasonDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => moveDue(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
