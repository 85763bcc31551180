import { notificationList, notificationQuery } from '@/lib/domain/notifications/answers';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { notificationsOf } from '@/lib/server/notifications/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '本人的消息，新的在前',
    tag: 'notifications',
    permission: 'signed-in',
    token: 'tasks.read',
    query: notificationQuery,
    output: notificationList,
    atOnce: () => true,
    run: async ({ reader, actor, query }) => done(await notificationsOf(reader, actor, query)),
  }),
});
