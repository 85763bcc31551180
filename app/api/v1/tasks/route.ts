import { tasksAnswer } from '@/lib/domain/tasks/answers';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { freshLights } from '@/lib/server/tasks/lights';
import { tasksFor } from '@/lib/server/tasks/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '待办：本人现在要办的事，最急的在前',
    tag: 'tasks',
    permission: 'signed-in',
    token: 'tasks.read',
    output: tasksAnswer,
    before: async ({ actor }) => {
      await freshLights(actor);
      return done(undefined);
    },
    run: async ({ tx, actor }) => done(await tasksFor(tx, actor)),
  }),
});
