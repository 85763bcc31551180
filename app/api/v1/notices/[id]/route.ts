import { noticeView } from '@/lib/domain/notices/answers';
import { noticeUpdate } from '@/lib/domain/notices/schema';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { updateNotice } from '@/lib/server/notices/commands';
import { noticeView as viewOf } from '@/lib/server/notices/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一份公示：内容、范围、张贴照片、异议及答复',
    tag: 'notices',
    permission: 'notice.read',
    params: idParams,
    output: noticeView,
    run: async ({ tx, actor, params }) => {
      const notice = await viewOf(tx, actor, params.id);
      return notice ? done(notice, { version: notice.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改公示草稿',
    tag: 'notices',
    permission: 'notice.write',
    action: 'notice.update',
    ifMatch: true,
    params: idParams,
    body: noticeUpdate,
    output: noticeView,
    run: ({ tx, actor, params, body, ifMatch }) => updateNotice(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
