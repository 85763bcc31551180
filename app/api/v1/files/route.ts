import { z } from 'zod';
import { failure } from '@/lib/server/answer';
import { FILE_NAME_HEADER, sentFileName } from '@/lib/server/api/file-name';
import { FileShape } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { upload } from '@/lib/server/files/files';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: bareOperation({
    summary: '上传一个文件（照片或附件），以后挂到小区上',
    description:
      '正文就是文件内容本身，不是表单（multipart/form-data 会被退回）。接受 JPEG、PNG、WebP、PDF、xlsx、docx，按内容识别，不看文件名和 Content-Type，最大 20 MB。图片重新编码，不保留拍摄位置。',
    tag: 'files',
    permission: 'file.upload',
    limit: 'upload',
    bare: true,
    query: z.strictObject({ purpose: z.enum(['photo', 'document']).default('document') }),
    consumes: 'application/octet-stream',
    nameHeader: FILE_NAME_HEADER,
    output: FileShape,
    status: 201,
    run: async ({ actor, request, query, idempotencyKey }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const name = sentFileName(request);
      if (name === null) return failure(400, 'file_name');
      return upload(actor, request, { name, purpose: query.purpose, idempotencyKey });
    },
  }),
});
