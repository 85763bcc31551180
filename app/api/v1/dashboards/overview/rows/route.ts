import { rowsAnswer, rowsQuery } from '@/lib/domain/overview/rows';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { overviewRows } from '@/lib/server/overview/rows';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '总览中一个数背后的小区、楼栋或部位，按此刻的记录',
    tag: 'dashboards',
    permission: 'dashboard.read',
    query: rowsQuery,
    output: rowsAnswer,
    run: ({ reader, actor, query }) => overviewRows(reader, actor, query),
  }),
});
