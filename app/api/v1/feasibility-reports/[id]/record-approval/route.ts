import { feasibilityDetailAnswer } from '@/lib/domain/feasibility/answers';
import { documentInput } from '@/lib/domain/feasibility/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { approveReport } from '@/lib/server/feasibility/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '没有发改局的县市区，由住建局登记指定机关的批复',
    tag: 'annual',
    permission: 'feasibility.write',
    token: 'never',
    action: 'feasibility.recordApproval',
    ifMatch: true,
    params: idParams,
    body: documentInput,
    output: feasibilityDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => approveReport(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
