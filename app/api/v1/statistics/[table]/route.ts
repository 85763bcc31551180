import { answerOf, statisticsAnswer, statisticsParams, statisticsQuery } from '@/lib/domain/statistics/answers';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { statisticsOf } from '@/lib/server/statistics/table';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '统计报表：由系统记录填出的月报表、资金情况表、国家统计表，每格附口径，并列出未能填报的单元格及原因',
    description: '县市和州级使用。县市为本县市；州级不写县市时为全州，每个县市一列和合计。',
    tag: 'statistics',
    permission: 'dashboard.read',
    params: statisticsParams,
    query: statisticsQuery,
    output: statisticsAnswer,
    run: async ({ reader, actor, params, query }) => {
      const found = await statisticsOf(reader, actor, params.table, query);
      return found.ok ? done(answerOf(found.value)) : found;
    },
  }),
});
