import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { noticesFor, noticeView } from '@/lib/server/sharing/notices';
import { NoticeListShape, sharingParams } from '@/lib/server/sharing/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '已采用方案的缴款通知：各出资方及其金额（政府资金不发通知）',
    tag: 'sharing',
    permission: 'project.read',
    params: sharingParams,
    output: NoticeListShape,
    run: async ({ reader, actor, params }) => {
      const notices = await noticesFor(reader, actor, params.id);
      return notices ? done({ items: notices.map(noticeView) }) : notFound();
    },
  }),
});
