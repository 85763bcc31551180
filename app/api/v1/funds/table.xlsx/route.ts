import { Readable } from 'node:stream';
import { fundOverviewQuery } from '@/lib/domain/funds/overview-answers';
import { failure } from '@/lib/server/answer';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fundTable } from '@/lib/server/funds/table';
import { fundTableWorkbook } from '@/lib/server/funds/table-workbook';
import { workbookResponse, XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '资金来源到位支付表（Excel）：每个项目、每个来源的计划、下达、到位、支付，县市小计和合计',
    tag: 'funds',
    permission: 'fund.read',
    limit: 'export',
    bare: true,
    query: fundOverviewQuery,
    produces: XLSX,
    run: async ({ actor, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const table = await withReader(actor, (reader) => fundTable(reader, actor, query));
      if (!table.ok) return table;
      const { unit, year } = table.value;
      const book = Readable.toWeb(fundTableWorkbook(table.value)) as ReadableStream<Uint8Array>;
      return workbookResponse(book, `${unit}${year}年度资金来源到位支付表.xlsx`);
    },
  }),
});
