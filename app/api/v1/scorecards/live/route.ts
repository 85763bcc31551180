import { boardAnswer, liveQuery } from '@/lib/domain/scorecards/live-answers';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { scoreBoard } from '@/lib/server/scorecards/live';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '各县市按今天的记录得多少分、期末预测、否决风险，得分高的在前',
    tag: 'scorecards',
    permission: 'scorecard.read',
    query: liveQuery,
    output: boardAnswer,
    run: async ({ reader, actor, query }) => done(await scoreBoard(reader, actor, query.year)),
  }),
});
