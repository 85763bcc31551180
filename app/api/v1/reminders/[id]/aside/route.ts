import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { putAside } from '@/lib/server/reminders/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '搁置一条提醒：只对本人不再显示，同事仍看得到',
    tag: 'tasks',
    permission: 'signed-in',
    params: idParams,
    status: 204,
    run: async ({ tx, actor, params }) => putAside(tx, actor, params.id),
  }),
});
