import { withdrawInput } from '@/lib/domain/archive/schema';
import { retireOpinion } from '@/lib/server/acceptance/commands';
import { AcceptanceShape, opinionParams } from '@/lib/server/acceptance/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤下登记错的意见（作出结论前），写明原因；撤下的仍可查阅',
    tag: 'projects',
    permission: 'acceptance.write',
    ifMatch: true,
    params: opinionParams,
    body: withdrawInput,
    output: AcceptanceShape,
    run: ({ tx, actor, params, body, ifMatch }) => retireOpinion(tx, actor, params, ifMatch ?? 0, body.reason),
  }),
});
