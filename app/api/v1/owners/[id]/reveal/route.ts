import { z } from 'zod';
import { revealSchema } from '@/lib/domain/compounds/schema';
import { failure } from '@/lib/server/answer';
import { revealOwner } from '@/lib/server/compounds/personal';
import { idParams } from '@/lib/server/compounds/shapes';
import { withActor } from '@/lib/server/db/with-actor';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  // Bare: an answer kept under an Idempotency-Key would keep the clear text with it.
  POST: bareOperation({
    summary: '说明理由后显示一位业主的完整信息；每次都有记录',
    tag: 'owners',
    permission: 'personal.reveal',
    bare: true,
    params: idParams,
    body: revealSchema,
    output: z.object({
      ownerId: z.uuid(),
      name: z.string(),
      phone: z.string().nullable(),
      idNumber: z.string().nullable(),
    }),
    run: async ({ actor, params, body }) =>
      actor
        ? withActor(actor, (tx) => revealOwner(tx, actor, params.id, body.reason), { action: 'personal.reveal' })
        : failure(401, 'sign_in_required'),
  }),
});
