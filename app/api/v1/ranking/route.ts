import { z } from 'zod';
import { rankedAnswer } from '@/lib/domain/annual/answers';
import { yearQuery } from '@/lib/domain/annual/schema';
import { ranking } from '@/lib/server/annual/ranking';
import { yearOf, yearUnknown } from '@/lib/server/annual/year';
import { done, refused } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个年度的排序：每个得分由哪些数得来；县市只看得到本县市的项目，没有名次',
    tag: 'annual',
    permission: 'annualPlan.read',
    query: yearQuery,
    output: z.object({ items: z.array(rankedAnswer) }),
    run: async ({ reader, actor, query }) => {
      const year = await yearOf(reader, actor, query.year);
      return year ? done({ items: await ranking(reader, actor, year) }) : refused(yearUnknown(query.year));
    },
  }),
});
