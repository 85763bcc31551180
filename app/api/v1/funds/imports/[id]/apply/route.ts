import { defineRoutes, operation } from '@/lib/server/define-route';
import { applyStatement } from '@/lib/server/funds/imports/apply';
import { AppliedShape, statementParams } from '@/lib/server/funds/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '记入台账：到位入账，支付提交另一人审核，已入账的作银行核对；全部或全不',
    tag: 'funds',
    permission: 'fund.write',
    action: 'fundImport.apply',
    long: true,
    params: statementParams,
    ifMatch: true,
    output: AppliedShape,
    run: ({ tx, actor, params, ifMatch = 0 }) => applyStatement(tx, actor, { id: params.id, version: ifMatch }),
  }),
});
