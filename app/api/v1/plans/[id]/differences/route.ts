import { z } from 'zod';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { differencesOf } from '@/lib/server/plans/queries';
import { PlanDifferencesShape } from '@/lib/server/plans/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '这一版与同一小区的另一版有哪些不同',
    tag: 'plans',
    permission: 'plan.read',
    params: idParams,
    query: z.strictObject({ with: z.uuid() }),
    output: PlanDifferencesShape,
    run: async ({ reader, actor, params, query }) => {
      const found = await differencesOf(reader, actor, params.id, query.with);
      return found ? done(found) : notFound();
    },
  }),
});
