import { planCreate, planListQuery } from '@/lib/domain/plans/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { createPlan } from '@/lib/server/plans/commands';
import { listPlans } from '@/lib/server/plans/queries';
import { PlanListShape, PlanShape } from '@/lib/server/plans/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '小区及其改造方案的状态：没有方案、草稿或已定稿',
    tag: 'plans',
    permission: 'plan.read',
    query: planListQuery,
    output: PlanListShape,
    run: async ({ reader, actor, query }) => done(await listPlans(reader, actor, query)),
  }),
  POST: operation({
    summary: '新建一个小区的改造方案草稿（默认沿用最新一版的内容）',
    tag: 'plans',
    permission: 'plan.write',
    action: 'plan.create',
    body: planCreate,
    output: PlanShape,
    status: 201,
    run: ({ tx, actor, body }) => createPlan(tx, actor, body),
  }),
});
