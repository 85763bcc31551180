import { statisticsParams, statisticsQuery } from '@/lib/domain/statistics/answers';
import { failure } from '@/lib/server/answer';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { statisticsFile } from '@/lib/server/statistics/files';
import { XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '统计报表的 Excel 文件：一张为报表，一张为未能填报的单元格；同样的数据得到同样的文件',
    tag: 'statistics',
    permission: 'dashboard.read',
    limit: 'export',
    bare: true,
    params: statisticsParams,
    query: statisticsQuery,
    produces: XLSX,
    run: async ({ actor, params, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const file = await statisticsFile(actor, { table: params.table, query, kind: 'xlsx' });
      return file.ok ? fileResponse(file.value, false) : file;
    },
  }),
});
