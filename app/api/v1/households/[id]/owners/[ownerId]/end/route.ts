import { z } from 'zod';
import { retireSchema } from '@/lib/domain/compounds/schema';
import { endOwnership } from '@/lib/server/compounds/owners';
import { HouseholdShape } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '业主不再持有这一户（过户、迁出等），说明原因；记录保留',
    tag: 'owners',
    permission: 'register.write',
    action: 'household.owner.end',
    params: z.strictObject({ id: z.uuid(), ownerId: z.uuid() }),
    body: retireSchema,
    output: HouseholdShape,
    run: ({ tx, actor, params, body }) => endOwnership(tx, actor, params.id, params.ownerId, body.reason),
  }),
});
