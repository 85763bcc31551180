import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { markRead } from '@/lib/server/notifications/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '把本人的一条消息标为已读',
    tag: 'notifications',
    permission: 'signed-in',
    params: idParams,
    status: 204,
    run: ({ tx, actor, params }) => markRead(tx, actor, params.id),
  }),
});
