import { failure, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { decisionFile } from '@/lib/server/scorecards/paper-files';
import { XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '审议表的 Excel 文件：本人可见各县市的自评、复核、审议总分，等次、标记、一票否决和名次',
    tag: 'scorecards',
    permission: 'scorecard.read',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: XLSX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const file = await decisionFile(actor, params.id, 'xlsx');
      return file ? fileResponse(file, false) : notFound();
    },
  }),
});
