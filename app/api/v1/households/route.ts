import { householdCreateSchema } from '@/lib/domain/compounds/schema';
import { createHousehold } from '@/lib/server/compounds/households';
import { HouseholdShape } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '登记一户，可同时登记业主',
    tag: 'households',
    permission: 'register.write',
    action: 'household.create',
    body: householdCreateSchema,
    output: HouseholdShape,
    status: 201,
    run: ({ tx, actor, body }) => createHousehold(tx, actor, body),
  }),
});
