import { supervisionDetailAnswer } from '@/lib/domain/supervision/answers';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { supervisionDetail } from '@/lib/server/supervision/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一份督办通知：发出时的项目情况、答复和经过',
    tag: 'supervision',
    permission: 'supervision.read',
    params: idParams,
    output: supervisionDetailAnswer,
    run: async ({ reader, actor, params }) => {
      const notice = await supervisionDetail(reader, actor, params.id);
      return notice ? done(notice, { version: notice.version }) : notFound();
    },
  }),
});
