import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { finalizePlan } from '@/lib/server/plans/commands';
import { PlanShape } from '@/lib/server/plans/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '方案定稿：必改项都有结论后，内容连同哈希不再改动',
    tag: 'plans',
    permission: 'plan.write',
    action: 'plan.finalize',
    ifMatch: true,
    params: idParams,
    output: PlanShape,
    run: ({ tx, actor, params, ifMatch }) => finalizePlan(tx, actor, params.id, ifMatch ?? 0),
  }),
});
