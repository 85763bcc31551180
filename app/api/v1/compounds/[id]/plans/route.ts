import { z } from 'zod';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { plansOfCompound } from '@/lib/server/plans/queries';
import { PlanVersionShape } from '@/lib/server/plans/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个小区的改造方案各版本，最新的在前',
    tag: 'plans',
    permission: 'plan.read',
    params: idParams,
    output: z.object({ items: z.array(PlanVersionShape) }),
    run: async ({ reader, actor, params }) => {
      const items = await plansOfCompound(reader, actor, params.id);
      return items ? done({ items }) : notFound();
    },
  }),
});
