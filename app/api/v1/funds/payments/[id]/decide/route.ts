import { orderDecision } from '@/lib/domain/funds/schema';
import { defineRoutes, writeOperation } from '@/lib/server/define-route';
import { decideOrder } from '@/lib/server/funds/orders';
import { DecidedShape, orderParams } from '@/lib/server/funds/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: writeOperation({
    summary: '审核支付申请：同意即记账，不同意须写明原因；不能审核自己的申请',
    tag: 'funds',
    permission: 'payment.approve',
    action: 'payment.decide',
    ifMatch: true,
    params: orderParams,
    body: orderDecision,
    output: DecidedShape,
    run: ({ writer, actor, params, body, ifMatch }) =>
      decideOrder(writer, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
