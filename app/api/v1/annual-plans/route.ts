import { z } from 'zod';
import { planAnswer, planDetailAnswer } from '@/lib/domain/annual/answers';
import { planCreate } from '@/lib/domain/annual/schema';
import { createPlan } from '@/lib/server/annual/commands';
import { annualPlans } from '@/lib/server/annual/plan-rows';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '年度实施计划各版本',
    tag: 'annual',
    permission: 'annualPlan.read',
    query: z.strictObject({ year: z.coerce.number().int().optional() }),
    output: z.object({ items: z.array(planAnswer) }),
    run: async ({ reader, actor, query }) => done({ items: await annualPlans(reader, actor, query.year) }),
  }),
  POST: operation({
    summary: '编制一个年度的实施计划；已有确定的，从它开始编制调整',
    tag: 'annual',
    permission: 'annualPlan.write',
    action: 'annualPlan.create',
    body: planCreate,
    output: planDetailAnswer,
    status: 201,
    run: ({ tx, actor, body }) => createPlan(tx, actor, body),
  }),
});
