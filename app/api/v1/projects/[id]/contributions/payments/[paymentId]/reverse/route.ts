import { paymentReversal } from '@/lib/domain/contributions/schema';
import { reversePayment } from '@/lib/server/contributions/payments';
import { AccountShape, paymentParams } from '@/lib/server/contributions/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '冲销一笔交款（写明原因）',
    tag: 'contributions',
    permission: 'contribution.write',
    action: 'contribution.reverse',
    params: paymentParams,
    body: paymentReversal,
    output: AccountShape,
    run: ({ tx, actor, params, body }) =>
      reversePayment(tx, actor, { projectId: params.id, id: params.paymentId }, body),
  }),
});
