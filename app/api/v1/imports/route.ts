import { z } from 'zod';
import { done, failure } from '@/lib/server/answer';
import { bareOperation, defineRoutes, operation } from '@/lib/server/define-route';
import { listImports } from '@/lib/server/imports/queries';
import { ImportLineShape, Moved, pageOf, paging } from '@/lib/server/imports/shapes';
import { uploadImport } from '@/lib/server/imports/upload';

/** The name comes percent-encoded: a header carries no Chinese. */
function nameOf(request: Request): string | null {
  try {
    return decodeURIComponent(request.headers.get('x-file-name') ?? '');
  } catch {
    return null;
  }
}

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
    summary: '上传一个要导入的表：正文为文件内容，文件名放在 X-File-Name（百分号编码）',
    description: 'xlsx 或 csv，按内容识别，最大 30 MB。上传后在后台读取并核对，确认之前不写入任何数据。',
    tag: 'imports',
    permission: 'import.run',
    bare: true,
    consumes: 'application/octet-stream',
    output: Moved,
    status: 201,
    run: async ({ actor, request }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const name = nameOf(request);
      if (name === null) return failure(400, 'file_name');
      const key = request.headers.get('idempotency-key');
      if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key)) return failure(400, 'idempotency_key_malformed');
      return uploadImport(actor, request, { name, idempotencyKey: key });
    },
  }),
});
