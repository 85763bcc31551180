import { Readable } from 'node:stream';
import { watchQuery } from '@/lib/domain/funds/watch-answers';
import { failure, notFound } from '@/lib/server/answer';
import { withActor } from '@/lib/server/db/with-actor';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { watchBook } from '@/lib/server/funds/watch-workbook';
import { workbookResponse, XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '闲置资金和资金缺口清单（Excel）',
    tag: 'funds',
    permission: 'fund.read',
    limit: 'export',
    bare: true,
    query: watchQuery,
    produces: XLSX,
    run: async ({ actor, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      if (query.county && !actor.counties.includes(query.county)) return notFound();
      // every row of a prefecture may take longer than a page may
      const book = await withActor(actor, (tx) => watchBook(tx, actor, query), { long: true });
      return workbookResponse(Readable.toWeb(book) as ReadableStream<Uint8Array>, '闲置资金和资金缺口清单.xlsx');
    },
  }),
});
