import { failure } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileBytes, fileResponse } from '@/lib/server/files/files';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '图片的缩略图（最长边 480 像素，WebP）',
    tag: 'files',
    permission: 'signed-in',
    token: 'compounds.read',
    bare: true,
    params: idParams,
    produces: 'image/webp',
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const found = await fileBytes(actor, params.id, 'thumbnail');
      return found.ok ? fileResponse(found.value, true) : found;
    },
  }),
});
