import { acceptanceUpdate } from '@/lib/domain/acceptance/schema';
import { updateAcceptance } from '@/lib/server/acceptance/commands';
import { AcceptanceShape, acceptanceParams } from '@/lib/server/acceptance/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PATCH: operation({
    summary: '修改验收日期、地点（作出结论前）',
    tag: 'projects',
    permission: 'acceptance.write',
    action: 'acceptance.update',
    ifMatch: true,
    params: acceptanceParams,
    body: acceptanceUpdate,
    output: AcceptanceShape,
    run: ({ tx, actor, params, body, ifMatch }) => updateAcceptance(tx, actor, params, ifMatch ?? 0, body),
  }),
});
