import { feasibilityDetailAnswer } from '@/lib/domain/feasibility/answers';
import { documentInput } from '@/lib/domain/feasibility/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { approveReport } from '@/lib/server/feasibility/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '发改局批复：文号、日期、文件',
    tag: 'annual',
    permission: 'feasibility.approve',
    action: 'feasibility.approve',
    ifMatch: true,
    params: idParams,
    body: documentInput,
    output: feasibilityDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => approveReport(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
