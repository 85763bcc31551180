import { z } from 'zod';
import { failure } from '@/lib/server/answer';
import { FileShape } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { upload } from '@/lib/server/files/files';

/** The name comes percent-encoded: a header carries no Chinese. */
function nameOf(request: Request): string | null {
  try {
    return decodeURIComponent(request.headers.get('x-anju-filename') ?? '');
  } catch {
    return null;
  }
}

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    summary: '上传一个文件：正文为文件内容，文件名放在 X-Anju-Filename（百分号编码）',
    description: 'JPEG、PNG、WebP、PDF、xlsx、docx，按内容识别，最大 20 MB。图片重新编码，不保留拍摄位置。',
    tag: 'files',
    permission: 'file.upload',
    bare: true,
    query: z.strictObject({ purpose: z.enum(['photo', 'document']).default('document') }),
    consumes: 'application/octet-stream',
    output: FileShape,
    status: 201,
    run: async ({ actor, request, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const name = nameOf(request);
      return name === null ? failure(400, 'file_name') : upload(actor, request, { name, purpose: query.purpose });
    },
  }),
});
