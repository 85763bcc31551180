import { planDetailAnswer } from '@/lib/domain/annual/answers';
import { planDetail } from '@/lib/server/annual/plan-detail';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一版年度实施计划：排序、资金、列入与未列入及原因；县市只看得到本县市的',
    tag: 'annual',
    permission: 'annualPlan.read',
    params: idParams,
    output: planDetailAnswer,
    run: async ({ reader, actor, params }) => {
      const plan = await planDetail(reader, actor, params.id);
      return plan ? done(plan, { version: plan.version }) : notFound();
    },
  }),
});
