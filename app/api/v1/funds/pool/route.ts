import { poolAnswer } from '@/lib/domain/funds/batch-answers';
import { poolQuery } from '@/lib/domain/funds/batch-schema';
import { yearUnknown } from '@/lib/server/annual/year';
import { done, refused } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { poolOf } from '@/lib/server/funds/pool';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '县市待分配资金：各笔余额，以及还缺这类资金的项目',
    tag: 'funds',
    permission: 'fund.write',
    query: poolQuery,
    output: poolAnswer,
    run: async ({ reader, actor, query }) => {
      const pool = await poolOf(reader, actor, query);
      return pool ? done(pool) : refused(yearUnknown(query.year ?? 0));
    },
  }),
});
