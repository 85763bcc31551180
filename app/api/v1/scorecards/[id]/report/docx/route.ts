import { failure, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { DOCX } from '@/lib/server/papers/media-type';
import { reportFile } from '@/lib/server/scorecards/paper-files';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '县市自评报告的 Word 文件，按党政机关公文格式排版：逐项自评由提交时冻结的数据生成',
    tag: 'scorecards',
    permission: 'scorecard.read',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: DOCX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const file = await reportFile(actor, params.id);
      return file ? fileResponse(file, false) : notFound();
    },
  }),
});
