import { orderReversal } from '@/lib/domain/funds/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { askReversal } from '@/lib/server/funds/orders';
import { entryParams, PostedShape } from '@/lib/server/funds/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '申请冲销一笔支付，由第二人审核',
    tag: 'funds',
    permission: 'payment.write',
    action: 'payment.askReversal',
    params: entryParams,
    body: orderReversal,
    output: PostedShape,
    status: 201,
    run: ({ tx, actor, params, body }) => askReversal(tx, actor, params.id, body),
  }),
});
