import { idleAnswer, idleQuery } from '@/lib/domain/funds/watch-answers';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { idleMoney } from '@/lib/server/funds/idle';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '闲置资金：到位满规定天数未支付的，下达到县市满规定天数未分配的（先进先出）',
    tag: 'funds',
    permission: 'fund.read',
    query: idleQuery,
    output: idleAnswer,
    run: async ({ reader, actor, query }) => done(await idleMoney(reader, actor, query)),
  }),
});
