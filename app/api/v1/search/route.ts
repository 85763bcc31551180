import { pagesFor } from '@/app/(portal)/navigation';
import { searchAnswer, searchQuery } from '@/lib/domain/search/answers';
import { done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { searchEverything } from '@/lib/server/search/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '搜索小区、项目、资料、人员和页面：汉字、拼音、首字母、编号都可以',
    description: '只找本账号能打开的；业主、住户和联系电话不在搜索范围内。',
    tag: 'search',
    permission: 'signed-in',
    limit: 'find',
    query: searchQuery,
    output: searchAnswer,
    run: async ({ reader, actor, locale, query: { q } }) =>
      done(await searchEverything({ reader, actor, locale, q }, await pagesFor(actor.role, locale))),
  }),
});
