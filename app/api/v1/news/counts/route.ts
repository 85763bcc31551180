import { newsCountsAnswer, newsCountsQuery } from '@/lib/domain/news/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { newsCounts } from '@/lib/server/news/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '各县市各年度报送的条数，按类别和级别；达到考核表“新闻宣传”哪几条',
    tag: 'news',
    permission: 'news.read',
    query: newsCountsQuery,
    output: newsCountsAnswer,
    run: async ({ reader, actor, query }) => done({ items: await newsCounts(reader, actor, query) }),
  }),
});
