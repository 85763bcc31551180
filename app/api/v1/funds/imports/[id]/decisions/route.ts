import { decisionsInput } from '@/lib/domain/funds/imports/decisions';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { decideLines } from '@/lib/server/funds/imports/decide';
import { MovedShape, statementParams } from '@/lib/server/funds/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PATCH: operation({
    summary: '逐行决定流水怎样入账：已入账、到位、申请支付、不属于本项目，可一次决定多行',
    tag: 'funds',
    permission: 'fund.write',
    action: 'fundImport.decide',
    params: statementParams,
    body: decisionsInput,
    ifMatch: true,
    output: MovedShape,
    run: ({ tx, actor, params, body, ifMatch = 0 }) =>
      decideLines(tx, actor, { id: params.id, version: ifMatch }, body.decisions),
  }),
});
