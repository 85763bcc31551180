import { watchAnswer, watchQuery } from '@/lib/domain/warnings/answers';
import { done, failure } from '@/lib/server/answer';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { watchList } from '@/lib/server/warnings/watch';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  // bare: what is found to be out of date is reckoned between two readings, and a reading holds its connection
  GET: bareOperation({
    bare: true,
    summary: '预警清单：各项目的灯、全部原因、完成进度和竣工预测，最急的在前',
    tag: 'warnings',
    permission: 'dashboard.read',
    query: watchQuery,
    output: watchAnswer,
    run: async ({ actor, query }) => (actor ? done(await watchList(actor, query)) : failure(401, 'sign_in_required')),
  }),
});
