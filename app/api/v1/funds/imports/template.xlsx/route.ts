import { z } from 'zod';
import { failure } from '@/lib/server/answer';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { bankBook, entriesFor, ledgerBook } from '@/lib/server/funds/imports/books';
import { workbookResponse, XLSX } from '@/lib/server/workbooks/response';

const query = z.strictObject({
  kind: z.enum(['bank', 'ledger']).default('ledger'),
  /** with what the books hold, as the sheet would say it */
  filled: z.enum(['true', 'false']).default('false'),
});

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '资金台账或银行流水的模板；filled=true 时填好本县市已有的台账',
    tag: 'funds',
    permission: 'fund.write',
    limit: 'export',
    bare: true,
    query,
    produces: XLSX,
    run: async ({ actor, query: { kind, filled } }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const book =
        kind === 'bank'
          ? await bankBook()
          : await withReader(actor, async (reader) => {
              const { rulebook } = await rulebookInForce(reader);
              return ledgerBook(filled === 'true' ? await entriesFor(reader, actor) : null, rulebook);
            });
      const name = kind === 'bank' ? '银行流水模板.xlsx' : filled === 'true' ? '资金台账.xlsx' : '资金台账模板.xlsx';
      return workbookResponse(new Blob([new Uint8Array(book)]).stream(), name);
    },
  }),
});
