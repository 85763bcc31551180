import { z } from 'zod';
import { ownerCreateSchema } from '@/lib/domain/compounds/schema';
import { addOwner } from '@/lib/server/compounds/owners';
import { HouseholdShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '给一户增加业主：新登记，或选同一小区已有的业主',
    tag: 'owners',
    permission: 'register.write',
    action: 'owner.add',
    params: idParams,
    body: z.union([z.strictObject({ ownerId: z.uuid() }), ownerCreateSchema]),
    output: HouseholdShape,
    status: 201,
    run: ({ tx, actor, params, body }) => addOwner(tx, actor, params.id, body),
  }),
});
