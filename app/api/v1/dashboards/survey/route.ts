import { surveyDashboardSchema, surveyQuerySchema } from '@/lib/domain/dashboards/schema';
import { surveyDashboard } from '@/lib/server/dashboards/queries';
import { defineRoutes, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '排查摸底统计：总数、符合条件情况、分县市、建成年代、缺失设施、原因和资料齐全情况',
    tag: 'dashboards',
    permission: 'dashboard.read',
    query: surveyQuerySchema,
    output: surveyDashboardSchema,
    // a past year is looked up first
    atOnce: ({ year }) => year === undefined,
    run: ({ reader, actor, query }) => surveyDashboard(reader, actor, query),
  }),
});
