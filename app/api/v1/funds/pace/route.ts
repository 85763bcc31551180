import { z } from 'zod';
import { paceAnswer, paceQuery } from '@/lib/domain/funds/watch-answers';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { pacesOf } from '@/lib/server/funds/pace';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '支出进度：各县市一个年度资金的支付与到位之比，和序时进度比；没有到位的不列',
    tag: 'funds',
    permission: 'fund.read',
    query: paceQuery,
    output: z.object({ items: z.array(paceAnswer) }),
    run: async ({ reader, actor, query }) => done({ items: await pacesOf(reader, actor, query) }),
  }),
});
