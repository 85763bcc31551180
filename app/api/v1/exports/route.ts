import { z } from 'zod';
import { exportRequest } from '@/lib/domain/exports/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { askExport } from '@/lib/server/exports/commands';
import { ExportShape, exportListQuery, listExports } from '@/lib/server/exports/jobs';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '我的导出，新的在前',
    tag: 'exports',
    permission: 'export.run',
    query: exportListQuery,
    output: z.object({ items: z.array(ExportShape), nextCursor: z.string().nullable(), total: z.int() }),
    run: async ({ tx, actor, query }) => done(await listExports(tx, actor.accountId, query)),
  }),
  POST: operation({
    summary: '导出：排查摸底表（含现有数据或空表），或小区、改造项目列表；在后台生成',
    tag: 'exports',
    permission: 'export.run',
    limit: 'export',
    action: 'export.ask',
    body: exportRequest,
    output: ExportShape,
    status: 202,
    run: ({ tx, actor, body }) => askExport(tx, actor, body),
  }),
});
