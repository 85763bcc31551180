import { shortageAnswer, shortageQuery } from '@/lib/domain/funds/watch-answers';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { shortages } from '@/lib/server/funds/shortages';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '资金缺口：计划未下达的、下达满规定天数未到位的、合同超过到位的项目',
    tag: 'funds',
    permission: 'fund.read',
    query: shortageQuery,
    output: shortageAnswer,
    run: async ({ reader, actor, query }) => done(await shortages(reader, actor, query)),
  }),
});
