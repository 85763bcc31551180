import { notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { noticeView } from '@/lib/server/notices/queries';
import { staticPage } from '@/lib/server/notices/static-page';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '公示的网页文件：一个文件，放到县市自己的网站上',
    tag: 'notices',
    permission: 'notice.read',
    params: idParams,
    produces: 'text/html',
    run: async ({ tx, actor, params }) => {
      const notice = await noticeView(tx, actor, params.id);
      if (!notice) return notFound();
      const page = staticPage(notice);
      if (typeof page !== 'string') return page;
      const file = { bytes: Buffer.from(page), name: `${notice.title}.html`, mediaType: 'text/html; charset=utf-8' };
      return fileResponse(file, false);
    },
  }),
});
