import { defineRoutes, operation } from '@/lib/server/define-route';
import { decideOrder } from '@/lib/server/funds/orders';
import { DecidedShape, orderParams } from '@/lib/server/funds/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤回自己的支付申请',
    tag: 'funds',
    permission: 'payment.write',
    action: 'payment.withdraw',
    ifMatch: true,
    params: orderParams,
    output: DecidedShape,
    run: ({ tx, actor, params, ifMatch }) =>
      decideOrder(tx, actor, { id: params.id, version: ifMatch ?? 0 }, { decision: 'withdraw' }),
  }),
});
