import { overviewAnswer, overviewQuery } from '@/lib/domain/overview/answers';
import { failure } from '@/lib/server/answer';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { overview } from '@/lib/server/overview/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  // bare: lights that are out of date are reckoned between two readings
  GET: bareOperation({
    bare: true,
    summary:
      '总览：对照时限的开工和完工、灯、阶段、表决、资金、改造内容、五不六有、受益户数和面积、得分；可查任一月末，并与此刻对比',
    tag: 'dashboards',
    permission: 'dashboard.read',
    query: overviewQuery,
    output: overviewAnswer,
    run: async ({ actor, query }) => (actor ? overview(actor, query) : failure(401, 'sign_in_required')),
  }),
});
