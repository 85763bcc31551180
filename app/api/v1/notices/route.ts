import { noticeList, noticeView } from '@/lib/domain/notices/answers';
import { noticeCreate, noticeListQuery } from '@/lib/domain/notices/schema';
import { badRequest, done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { createNotice } from '@/lib/server/notices/commands';
import { noticeList as listOf } from '@/lib/server/notices/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '公示列表：按类型、状态、小区筛选，最新的在前',
    tag: 'notices',
    permission: 'notice.read',
    query: noticeListQuery,
    output: noticeList,
    run: async ({ reader, actor, query }) => {
      const list = await listOf(reader, actor, query);
      return list ? done(list) : badRequest('cursor_unreadable');
    },
  }),
  POST: operation({
    summary: '起草公示：项目清单、改造方案、初步设计、表决结果；标题和正文按有关资料填好，可再修改',
    tag: 'notices',
    permission: 'notice.write',
    action: 'notice.create',
    body: noticeCreate,
    output: noticeView,
    status: 201,
    run: ({ tx, actor, body }) => createNotice(tx, actor, body),
  }),
});
