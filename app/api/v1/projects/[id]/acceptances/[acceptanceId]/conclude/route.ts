import { concludeInput } from '@/lib/domain/acceptance/schema';
import { concludeAcceptance } from '@/lib/server/acceptance/conclude';
import { AcceptanceShape, acceptanceParams } from '@/lib/server/acceptance/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '作出验收结论：通过或未通过，此后不再改动；通过的，排定以后的回访检查',
    tag: 'projects',
    permission: 'acceptance.write',
    ifMatch: true,
    params: acceptanceParams,
    body: concludeInput,
    output: AcceptanceShape,
    run: ({ tx, actor, params, body, ifMatch }) => concludeAcceptance(tx, actor, params, ifMatch ?? 0, body),
  }),
});
