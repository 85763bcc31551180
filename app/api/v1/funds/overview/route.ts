import { fundOverviewAnswer, fundOverviewQuery } from '@/lib/domain/funds/overview-answers';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { fundOverviewJson } from '@/lib/server/funds/overview';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '资金总览：计划、下达、到位、支付和缺口，按来源、县市、月份，以及资金用到了哪些改造内容；州级和县市级可查',
    tag: 'funds',
    permission: 'fund.read',
    query: fundOverviewQuery,
    output: fundOverviewAnswer,
    atOnce: () => true,
    run: ({ reader, actor, query }) => fundOverviewJson(reader, actor, query),
  }),
});
