import { handoverDocument } from '@/lib/server/aftercare/list-files';
import { failure, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { DOCX } from '@/lib/server/papers/media-type';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '移交清单（Word），按党政机关公文格式排版',
    tag: 'projects',
    permission: 'project.read',
    bare: true,
    params: idParams,
    produces: DOCX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const file = await handoverDocument(actor, params.id);
      return file ? fileResponse(file, false) : notFound();
    },
  }),
});
