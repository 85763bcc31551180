import { z } from 'zod';
import { receiptObjection } from '@/lib/domain/notices/schema';
import { callerOf } from '@/lib/server/auth/caller';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { objectByReceipt } from '@/lib/server/notices/commands-residents';

/** Open at the residents' address by standing in app/(public). The code comes in the body: addresses are written into logs and histories. */
export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    summary: '公示期内凭回执码对本户的登记情况提出异议',
    tag: 'residents',
    permission: 'public',
    bare: true,
    body: receiptObjection,
    output: z.object({ received: z.literal(true) }),
    status: 201,
    run: ({ request, body, idempotencyKey }) =>
      objectByReceipt(body.code, body, { address: callerOf(request).address, key: idempotencyKey }),
  }),
});
