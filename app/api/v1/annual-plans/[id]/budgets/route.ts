import { planDetailAnswer } from '@/lib/domain/annual/answers';
import { budgetsInput } from '@/lib/domain/annual/schema';
import { writeBudgets } from '@/lib/server/annual/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '年度资金（各县市、州级统筹，按来源）和各县市最少项目数；没有列出的为0',
    tag: 'annual',
    permission: 'annualPlan.write',
    action: 'annualPlan.budgets',
    ifMatch: true,
    params: idParams,
    body: budgetsInput,
    output: planDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => writeBudgets(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
