import { entryListQuery } from '@/lib/domain/funds/entries-query';
import { entryListAnswer } from '@/lib/domain/funds/entry-answers';
import { badRequest, done } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { listEntries } from '@/lib/server/funds/entries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '资金台账：下达、分配、到位、支付和冲销，筛选、检索、翻页，附所列全部的合计',
    tag: 'funds',
    permission: 'fund.read',
    query: entryListQuery,
    output: entryListAnswer,
    atOnce: () => true,
    run: async ({ reader, actor, query }) => {
      const list = await listEntries(reader, actor, query);
      return list ? done(list) : badRequest('cursor_unreadable');
    },
  }),
});
