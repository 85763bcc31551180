import { opinionInput } from '@/lib/domain/acceptance/schema';
import { addOpinion } from '@/lib/server/acceptance/commands';
import { AcceptanceShape, acceptanceParams } from '@/lib/server/acceptance/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '登记参加验收一方的意见和签署文件',
    tag: 'projects',
    permission: 'acceptance.write',
    action: 'acceptance.opinion',
    ifMatch: true,
    params: acceptanceParams,
    body: opinionInput,
    output: AcceptanceShape,
    run: ({ tx, actor, params, body, ifMatch }) => addOpinion(tx, actor, params, ifMatch ?? 0, body),
  }),
});
