import { z } from 'zod';
import { badRequest, done, notFound } from '@/lib/server/answer';
import { compoundRecord } from '@/lib/server/compounds/detail';
import { householdsOf } from '@/lib/server/compounds/register';
import { HouseholdShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

const registerQuery = z.strictObject({
  building: z.uuid().optional(),
  unit: z.string().max(50).optional(),
  room: z.string().trim().max(50).optional(),
  gap: z.enum(['area', 'owner']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(600).optional(),
});

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '小区（或其中一栋楼）的户册；业主个人信息一律脱敏',
    tag: 'households',
    permission: 'register.read',
    params: idParams,
    query: registerQuery,
    output: z.object({ items: z.array(HouseholdShape), nextCursor: z.string().nullable(), total: z.int() }),
    run: async ({ tx, actor, params, query }) => {
      if (!(await compoundRecord(tx, actor, params.id))) return notFound();
      const list = await householdsOf(tx, actor, params.id, query);
      return list ? done(list) : badRequest('cursor_unreadable');
    },
  }),
});
