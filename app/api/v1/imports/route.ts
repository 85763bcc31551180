import { z } from 'zod';
import { done, failure } from '@/lib/server/answer';
import { FILE_NAME_HEADER, sentFileName } from '@/lib/server/api/file-name';
import { bareOperation, defineRoutes, operation } from '@/lib/server/define-route';
import { listImports } from '@/lib/server/imports/queries';
import { ImportLineShape, Moved, pageOf, paging } from '@/lib/server/imports/shapes';
import { uploadImport } from '@/lib/server/imports/upload';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '本县市的导入记录，最新的在前',
    tag: 'imports',
    permission: 'import.run',
    query: z.strictObject(paging),
    output: pageOf(ImportLineShape),
    run: async ({ tx, actor, query }) => done(await listImports(tx, actor, query)),
  }),
  POST: bareOperation({
    summary: '上传一个要导入的表，在后台读取并核对',
    description:
      '正文就是文件内容本身，不是表单（multipart/form-data 会被退回）。接受 xlsx 和 csv，按内容识别，不看文件名和 Content-Type，最大 30 MB。答复 201 时只是收下；读取的结果、不能读取的原因，都在 /imports/{id} 里。确认之前不写入任何数据。',
    tag: 'imports',
    permission: 'import.run',
    limit: 'import',
    bare: true,
    consumes: 'application/octet-stream',
    nameHeader: FILE_NAME_HEADER,
    output: Moved,
    status: 201,
    run: async ({ actor, request, idempotencyKey }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const name = sentFileName(request);
      return name === null ? failure(400, 'file_name') : uploadImport(actor, request, { name, idempotencyKey });
    },
  }),
});
