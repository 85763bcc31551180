import { z } from 'zod';
import { contactReveal } from '@/lib/domain/complaints/schema';
import { revealContact } from '@/lib/server/complaints/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '说明理由后显示投诉人留下的联系方式；每次都有记录',
    tag: 'complaints',
    permission: 'personal.reveal',
    limit: 'reveal',
    action: 'complaint.reveal',
    neverKept: true,
    params: idParams,
    body: contactReveal,
    output: z.object({ id: z.uuid(), contact: z.string() }),
    run: ({ tx, actor, params, body }) => revealContact(tx, actor, params.id, body.reason),
  }),
});
