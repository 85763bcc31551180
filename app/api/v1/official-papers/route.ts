import { officialPaperList, officialPaperQuery } from '@/lib/domain/papers/official/schema';
import { badRequest, done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { officialPapers } from '@/lib/server/official-papers/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '公文与表格：本人可以查看的记录现在能生成的公文，最新的在前，附各类的份数',
    description: '按种类、县市、年份、标题或文号筛选。每一份都由记录重新生成，同一记录生成的文件完全一致。',
    tag: 'papers',
    permission: 'signed-in',
    query: officialPaperQuery,
    output: officialPaperList,
    run: async ({ reader, actor, query }) => {
      const list = await officialPapers(reader, actor, query);
      return list ? done(list) : badRequest('cursor_unreadable');
    },
  }),
});
