import { supervisionDetailAnswer } from '@/lib/domain/supervision/answers';
import { supervisionWithdrawal } from '@/lib/domain/supervision/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { withdrawSupervision } from '@/lib/server/supervision/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤销督办，写明原因',
    tag: 'supervision',
    permission: 'supervision.write',
    action: 'supervision.withdraw',
    ifMatch: true,
    params: idParams,
    body: supervisionWithdrawal,
    output: supervisionDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      withdrawSupervision(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.reason),
  }),
});
