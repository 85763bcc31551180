import { z } from 'zod';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { markAllRead } from '@/lib/server/notifications/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '把这一条和更早的消息都标为已读',
    tag: 'notifications',
    permission: 'signed-in',
    body: z.strictObject({ upTo: z.uuid() }),
    status: 204,
    run: ({ tx, actor, body }) => markAllRead(tx, actor, body.upTo),
  }),
});
