import { orderInput } from '@/lib/domain/funds/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { askPayment } from '@/lib/server/funds/orders';
import { PostedShape } from '@/lib/server/funds/shapes';
import { projectParams } from '@/lib/server/projects/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '申请支付：写明合同、改造内容和用哪一笔资金',
    tag: 'funds',
    permission: 'payment.write',
    action: 'payment.ask',
    params: projectParams,
    body: orderInput,
    output: PostedShape,
    status: 201,
    run: ({ tx, actor, params, body }) => askPayment(tx, actor, params.id, body),
  }),
});
