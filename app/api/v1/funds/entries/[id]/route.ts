import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { entryDetail } from '@/lib/server/funds/queries';
import { EntryDetailShape, entryParams } from '@/lib/server/funds/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一笔台账：借贷分录、凭证、冲销关系',
    tag: 'funds',
    permission: 'fund.read',
    params: entryParams,
    output: EntryDetailShape,
    run: async ({ reader, actor, params }) => {
      const entry = await entryDetail(reader, actor, params.id);
      return entry ? done(entry) : notFound();
    },
  }),
});
