import { z } from 'zod';
import { failure } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileBytes, fileResponse } from '@/lib/server/files/files';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '下载文件；图片可以直接显示（inline=1）',
    tag: 'files',
    permission: 'signed-in',
    token: 'compounds.read',
    bare: true,
    params: idParams,
    query: z.strictObject({ inline: z.literal('1').optional() }),
    produces: 'application/octet-stream',
    run: async ({ actor, params, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const found = await fileBytes(actor, params.id);
      return found.ok ? fileResponse(found.value, query.inline === '1') : found;
    },
  }),
});
