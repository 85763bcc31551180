import { planUpdate } from '@/lib/domain/plans/schema';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { updatePlan } from '@/lib/server/plans/commands';
import { PlanShape } from '@/lib/server/plans/shapes';
import { planView } from '@/lib/server/plans/view';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一版改造方案的全部内容：各楼栋和小区的每一项、费用、五不、六有、需求',
    tag: 'plans',
    permission: 'plan.read',
    params: idParams,
    output: PlanShape,
    run: async ({ reader, actor, params }) => {
      const plan = await planView(reader, actor, params.id);
      return plan ? done(plan, { version: plan.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改方案的名称和说明（定稿前）',
    tag: 'plans',
    permission: 'plan.write',
    action: 'plan.update',
    ifMatch: true,
    params: idParams,
    body: planUpdate,
    output: PlanShape,
    run: ({ tx, actor, params, body, ifMatch }) => updatePlan(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
