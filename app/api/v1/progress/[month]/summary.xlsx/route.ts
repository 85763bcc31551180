import { countyQuery } from '@/lib/domain/progress/schema';
import { failure } from '@/lib/server/answer';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { monthParams } from '@/lib/server/progress/shapes';
import { monthOfCounty, summarySheet } from '@/lib/server/progress/summary-sheet';
import { workbookResponse, XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '县市月度汇总表（Excel），供打印归档；已报送的为报送时的内容，附回执',
    description: '县市和州级使用；州级须写明县市。',
    tag: 'progress',
    permission: 'project.read',
    limit: 'export',
    bare: true,
    params: monthParams,
    query: countyQuery,
    produces: XLSX,
    run: async ({ actor, params: { month }, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const found = await monthOfCounty(actor, month, query.county);
      if (!found.ok) return found;
      const bytes = new Uint8Array(await summarySheet(found.value));
      const body = new Blob([bytes]).stream();
      return workbookResponse(body, `${found.value.county}-${month}-月度汇总.xlsx`);
    },
  }),
});
