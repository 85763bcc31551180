import { residentReceived } from '@/lib/domain/complaints/answers';
import { residentComplaint } from '@/lib/domain/complaints/schema';
import { callerOf } from '@/lib/server/auth/caller';
import { complainByPage } from '@/lib/server/complaints/residents';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';

/** Open at the residents' address by standing in app/(public): no account, no cookie, and limited by address and in total. */
export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    summary: '提出一件投诉或者意见建议；答出查询答复的回执码',
    tag: 'residents',
    permission: 'public',
    bare: true,
    body: residentComplaint,
    output: residentReceived,
    status: 201,
    run: ({ request, body, idempotencyKey }) =>
      complainByPage(body, { address: callerOf(request).address, key: idempotencyKey }),
  }),
});
