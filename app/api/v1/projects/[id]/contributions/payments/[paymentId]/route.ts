import { done, notFound } from '@/lib/server/answer';
import { receiptOf } from '@/lib/server/contributions/receipt';
import { paymentParams, ReceiptShape } from '@/lib/server/contributions/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一笔交款，如收据所载',
    tag: 'contributions',
    permission: 'contribution.read',
    params: paymentParams,
    output: ReceiptShape,
    run: async ({ reader, actor, params }) => {
      const receipt = await receiptOf(reader, actor, params.id, params.paymentId);
      return receipt ? done(receipt) : notFound();
    },
  }),
});
