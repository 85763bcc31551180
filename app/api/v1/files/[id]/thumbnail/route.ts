import { failure } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse, notYet, thumbnailBytes } from '@/lib/server/files/files';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '图片的缩略图（最长边 480 像素，WebP）',
    tag: 'files',
    permission: 'signed-in',
    token: 'compounds.read',
    bare: true,
    params: idParams,
    produces: 'image/webp',
    description:
      '缩略图在上传之后由后台生成：还没有时答 202（无正文，Retry-After: 1），稍后再取；丢失或损坏时自动重做。',
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const found = await thumbnailBytes(actor, params.id);
      if (!found.ok) return found;
      return found.value ? fileResponse(found.value, true) : notYet();
    },
  }),
});
