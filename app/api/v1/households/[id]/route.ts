import { householdUpdateSchema } from '@/lib/domain/compounds/schema';
import { done, notFound } from '@/lib/server/answer';
import { updateHousehold } from '@/lib/server/compounds/households';
import { oneHousehold } from '@/lib/server/compounds/register';
import { HouseholdShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一户；业主个人信息脱敏',
    tag: 'households',
    permission: 'register.read',
    params: idParams,
    output: HouseholdShape,
    run: async ({ tx, actor, params }) => {
      const household = await oneHousehold(tx, actor, params.id);
      return household ? done(household, { version: household.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改一户的单元、房号、面积等',
    tag: 'households',
    permission: 'register.write',
    action: 'household.update',
    ifMatch: true,
    params: idParams,
    body: householdUpdateSchema,
    output: HouseholdShape,
    run: ({ tx, actor, params, body, ifMatch }) => updateHousehold(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
