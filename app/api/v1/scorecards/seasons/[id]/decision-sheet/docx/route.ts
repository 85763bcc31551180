import { failure, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { DOCX } from '@/lib/server/papers/media-type';
import { decisionFile } from '@/lib/server/scorecards/paper-files';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '审议表的 Word 文件，A4 横向：本人可见各县市的自评、复核、审议总分，等次、标记、一票否决和名次',
    tag: 'scorecards',
    permission: 'scorecard.read',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: DOCX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const file = await decisionFile(actor, params.id, 'docx');
      return file ? fileResponse(file, false) : notFound();
    },
  }),
});
