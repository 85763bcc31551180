import { z } from 'zod';
import { residentObjection } from '@/lib/domain/notices/schema';
import { callerOf } from '@/lib/server/auth/caller';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { objectByPage } from '@/lib/server/notices/commands-residents';

/** Open at the residents' address by standing in app/(public): no account, no cookie, and limited by address and in total. */
export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    summary: '公示期内对一份公示提出异议',
    tag: 'residents',
    permission: 'public',
    bare: true,
    params: idParams,
    body: residentObjection,
    output: z.object({ received: z.literal(true) }),
    status: 201,
    run: ({ request, params, body, idempotencyKey }) =>
      objectByPage(params.id, body, { address: callerOf(request).address, key: idempotencyKey }),
  }),
});
