import { liveParams, whatIfAnswer, whatIfQuery } from '@/lib/domain/scorecards/live-answers';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { supposedScore } from '@/lib/server/scorecards/live';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '假如这些项目在某天竣工，得分是多少；id 是县市',
    tag: 'scorecards',
    permission: 'scorecard.read',
    params: liveParams,
    query: whatIfQuery,
    output: whatIfAnswer,
    run: async ({ reader, actor, params, query }) => {
      const found = await supposedScore(reader, actor, params.id, query);
      return found ? done(found) : notFound();
    },
  }),
});
