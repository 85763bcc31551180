import { defineRoutes, operation } from '@/lib/server/define-route';
import { cancelStatement } from '@/lib/server/funds/imports/apply';
import { CancelledShape, statementParams } from '@/lib/server/funds/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '取消一次导入：什么都不记入，文件可以再传',
    tag: 'funds',
    permission: 'fund.write',
    action: 'fundImport.cancel',
    params: statementParams,
    ifMatch: true,
    output: CancelledShape,
    run: ({ tx, actor, params, ifMatch = 0 }) => cancelStatement(tx, actor, { id: params.id, version: ifMatch }),
  }),
});
