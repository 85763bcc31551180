import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { reportInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { writeReport } from '@/lib/server/scorecards/season/self';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '自评报告的文字；If-Match 是报告的版本',
    tag: 'scorecards',
    permission: 'scorecard.self',
    action: 'scorecard.report',
    ifMatch: true,
    params: idParams,
    body: reportInput,
    output: scorecardAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      writeReport(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
