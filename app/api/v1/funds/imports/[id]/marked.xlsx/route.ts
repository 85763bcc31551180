import { Readable } from 'node:stream';
import { failure, notFound } from '@/lib/server/answer';
import { withActor } from '@/lib/server/db/with-actor';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { markedStatement } from '@/lib/server/funds/imports/books';
import { statementParams } from '@/lib/server/funds/imports/shapes';
import { findStatement } from '@/lib/server/funds/imports/statement';
import { workbookResponse, XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '标注好的流水或台账：有问题的格子涂了颜色，批注里写着怎么改',
    tag: 'funds',
    permission: 'fund.write',
    // The file as it was sent in, with names and account numbers in clear.
    token: 'never',
    limit: 'export',
    bare: true,
    params: statementParams,
    produces: XLSX,
    run: async ({ actor, params, locale }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const statement = await withActor(actor, (tx) => findStatement(tx, actor, params.id));
      if (!statement) return notFound();
      const book = await markedStatement(statement, locale);
      const name = `${statement.fileName.replace(/\.[^.]+$/, '')}-已标注.xlsx`;
      return workbookResponse(Readable.toWeb(book) as ReadableStream<Uint8Array>, name);
    },
  }),
});
