import { newsAnswer, newsCreate, newsList, newsListQuery } from '@/lib/domain/news/schema';
import { badRequest, done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { fileNews } from '@/lib/server/news/commands';
import { listNews } from '@/lib/server/news/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '县市报送的新闻和信息，最近的在前',
    tag: 'news',
    permission: 'news.read',
    query: newsListQuery,
    output: newsList,
    run: async ({ reader, actor, query }) => {
      const list = await listNews(reader, actor, query);
      return list ? done(list) : badRequest('cursor_unreadable');
    },
  }),
  POST: operation({
    summary: '报送一条新闻或信息：类别、级别、媒体、日期，链接或文件',
    tag: 'news',
    permission: 'news.write',
    action: 'news.file',
    body: newsCreate,
    output: newsAnswer,
    status: 201,
    run: ({ tx, actor, body }) => fileNews(tx, actor, body),
  }),
});
