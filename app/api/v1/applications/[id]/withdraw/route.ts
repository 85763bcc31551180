import { applicationAnswer, applicationWithdrawal } from '@/lib/domain/applications/schema';
import { withdrawApplication } from '@/lib/server/applications/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤回改造申请，写明原因（列入已确定的年度计划以前）',
    tag: 'annual',
    permission: 'application.write',
    action: 'application.withdraw',
    ifMatch: true,
    params: idParams,
    body: applicationWithdrawal,
    output: applicationAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => withdrawApplication(tx, actor, params.id, ifMatch ?? 0, body.reason),
  }),
});
