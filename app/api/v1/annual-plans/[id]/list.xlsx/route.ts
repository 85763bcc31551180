import { planDetail } from '@/lib/server/annual/plan-detail';
import { planWorkbook } from '@/lib/server/annual/plan-workbook';
import { failure, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '年度实施计划的 Excel 清单：名次、得分、资金、取舍和原因',
    tag: 'annual',
    permission: 'annualPlan.read',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: XLSX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const plan = await withReader(actor, (reader) => planDetail(reader, actor, params.id));
      if (!plan) return notFound();
      return fileResponse({ bytes: await planWorkbook(plan), name: `${plan.title}.xlsx`, mediaType: XLSX }, false);
    },
  }),
});
