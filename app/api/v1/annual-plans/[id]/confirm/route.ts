import { planDetailAnswer } from '@/lib/domain/annual/answers';
import { confirmInput } from '@/lib/domain/annual/schema';
import { confirmPlan } from '@/lib/server/annual/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '确定年度实施计划：凭文件；取舍和得分就此留存，各县市目标随之确定',
    tag: 'annual',
    permission: 'annualPlan.write',
    action: 'annualPlan.confirm',
    ifMatch: true,
    params: idParams,
    body: confirmInput,
    output: planDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => confirmPlan(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
