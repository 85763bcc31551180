import { z } from 'zod';
import { revealSchema } from '@/lib/domain/compounds/schema';
import { revealOwner } from '@/lib/server/compounds/personal';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '说明理由后显示一位业主的完整信息；每次都有记录',
    tag: 'owners',
    permission: 'personal.reveal',
    limit: 'reveal',
    action: 'personal.reveal',
    neverKept: true,
    params: idParams,
    body: revealSchema,
    output: z.object({
      ownerId: z.uuid(),
      name: z.string(),
      phone: z.string().nullable(),
      idNumber: z.string().nullable(),
    }),
    run: ({ tx, actor, params, body }) => revealOwner(tx, actor, params.id, body.reason),
  }),
});
