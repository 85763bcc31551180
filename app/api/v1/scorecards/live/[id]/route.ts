import { liveAnswer, liveParams, liveQuery } from '@/lib/domain/scorecards/live-answers';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { liveScore } from '@/lib/server/scorecards/live';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个县市的今日得分：每项的算式、失分清单、预测和否决风险；id 是县市',
    tag: 'scorecards',
    permission: 'scorecard.read',
    params: liveParams,
    query: liveQuery,
    output: liveAnswer,
    run: async ({ reader, actor, params, query }) => {
      const found = await liveScore(reader, actor, params.id, query.year);
      return found ? done(found.live) : notFound();
    },
  }),
});
