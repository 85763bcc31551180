import { statisticsParams, statisticsQuery } from '@/lib/domain/statistics/answers';
import { failure } from '@/lib/server/answer';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { DOCX } from '@/lib/server/papers/media-type';
import { statisticsFile } from '@/lib/server/statistics/files';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '统计报表的 Word 文件（A4 竖排）：全州只印合计，分县市数见 Excel；后附未能填报的单元格',
    tag: 'statistics',
    permission: 'dashboard.read',
    limit: 'export',
    bare: true,
    params: statisticsParams,
    query: statisticsQuery,
    produces: DOCX,
    run: async ({ actor, params, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const file = await statisticsFile(actor, { table: params.table, query, kind: 'docx' });
      return file.ok ? fileResponse(file.value, false) : file;
    },
  }),
});
