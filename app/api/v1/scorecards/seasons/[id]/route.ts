import { seasonDetailAnswer } from '@/lib/domain/scorecards/season/answers';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { seasonDetail } from '@/lib/server/scorecards/season/seasons';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一年的绩效评价：各县市的三次得分、等次、否决情形和进度；县市只看到本县市，定稿后看到各县市的结果',
    tag: 'scorecards',
    permission: 'scorecard.read',
    params: idParams,
    output: seasonDetailAnswer,
    run: async ({ reader, actor, params }) => {
      const season = await seasonDetail(reader, actor, params.id);
      return season ? done(season, { version: season.version }) : notFound();
    },
  }),
});
