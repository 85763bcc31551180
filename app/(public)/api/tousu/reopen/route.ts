import { z } from 'zod';
import { residentReopen } from '@/lib/domain/complaints/schema';
import { callerOf } from '@/lib/server/auth/caller';
import { reopenByResident } from '@/lib/server/complaints/residents';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';

/** Open at the residents' address by standing in app/(public). The code comes in the body: addresses are written into logs and histories. */
export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    summary: '对答复不满意，凭回执码要求再办一次',
    tag: 'residents',
    permission: 'public',
    bare: true,
    body: residentReopen,
    output: z.object({ received: z.literal(true) }),
    status: 201,
    run: ({ request, body }) => reopenByResident(body, callerOf(request).address),
  }),
});
