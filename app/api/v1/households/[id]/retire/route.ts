import { retireSchema } from '@/lib/domain/compounds/schema';
import { retireHousehold } from '@/lib/server/compounds/households';
import { HouseholdShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '停用一户，说明原因',
    tag: 'households',
    permission: 'register.write',
    action: 'household.retire',
    ifMatch: true,
    params: idParams,
    body: retireSchema,
    output: HouseholdShape,
    run: ({ tx, actor, params, body, ifMatch }) => retireHousehold(tx, actor, params.id, ifMatch ?? 0, body.reason),
  }),
});
