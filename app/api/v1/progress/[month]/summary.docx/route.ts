import { monthTable } from '@/lib/domain/progress/month-paper';
import { countyQuery } from '@/lib/domain/progress/schema';
import { failure } from '@/lib/server/answer';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { DOCX } from '@/lib/server/papers/media-type';
import { spanDocx } from '@/lib/server/papers/span-docx';
import { monthParams } from '@/lib/server/progress/shapes';
import { monthOfCounty } from '@/lib/server/progress/summary-sheet';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '县市月度汇总表（Word，A4 横向），供打印归档；已报送的为报送时的内容，附回执',
    description: '县市和州级使用；州级须写明县市。',
    tag: 'progress',
    permission: 'project.read',
    limit: 'export',
    bare: true,
    params: monthParams,
    query: countyQuery,
    produces: DOCX,
    run: async ({ actor, params: { month }, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const found = await monthOfCounty(actor, month, query.county);
      if (!found.ok) return found;
      const { county } = found.value;
      const bytes = await spanDocx(monthTable(found.value), `${county}住房和城乡建设局`);
      return fileResponse({ bytes, name: `${county}-${month}-月度汇总.docx`, mediaType: DOCX }, false);
    },
  }),
});
