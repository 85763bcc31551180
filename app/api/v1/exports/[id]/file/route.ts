import { failure } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { exportFile } from '@/lib/server/exports/file';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '下载导出的文件（七天内）',
    tag: 'exports',
    permission: 'export.run',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: 'application/octet-stream',
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      return exportFile(actor, params.id);
    },
  }),
});
