import { criterionParams, criterionRowsAnswer, liveQuery } from '@/lib/domain/scorecards/live-answers';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { criterionRows } from '@/lib/server/scorecards/live';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一项评分标准的全部记录：哪些符合，缺哪些；id 是县市',
    tag: 'scorecards',
    permission: 'scorecard.read',
    params: criterionParams,
    query: liveQuery,
    output: criterionRowsAnswer,
    run: async ({ reader, actor, params, query }) => {
      const found = await criterionRows(reader, actor, params, query.year);
      return found ? done(found.rows) : notFound();
    },
  }),
});
