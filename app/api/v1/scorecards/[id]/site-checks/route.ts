import { scorecardAnswer } from '@/lib/domain/scorecards/season/answers';
import { siteCheckInput } from '@/lib/domain/scorecards/season/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { recordSiteCheck } from '@/lib/server/scorecards/season/findings';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '登记实地抽查：日期、地点、参加人员、查看情况和照片',
    tag: 'scorecards',
    permission: 'scorecard.review',
    action: 'scorecard.siteCheck',
    params: idParams,
    body: siteCheckInput,
    output: scorecardAnswer,
    status: 201,
    run: ({ tx, actor, params, body }) => recordSiteCheck(tx, actor, params.id, body),
  }),
});
