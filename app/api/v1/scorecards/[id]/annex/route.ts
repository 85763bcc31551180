import { annexQuery } from '@/lib/domain/scorecards/paper/schema';
import { failure, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { DOCX } from '@/lib/server/papers/media-type';
import { annexFile } from '@/lib/server/scorecards/paper-files';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '县市评价表的 Word 文件，按附件原表；或自评、复核、审议并列',
    tag: 'scorecards',
    permission: 'scorecard.read',
    limit: 'export',
    bare: true,
    params: idParams,
    query: annexQuery,
    produces: DOCX,
    run: async ({ actor, params, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const file = await annexFile(actor, { id: params.id, form: query.form, kind: 'docx' });
      return file ? fileResponse(file, false) : notFound();
    },
  }),
});
