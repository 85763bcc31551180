import { feasibilityDetailAnswer } from '@/lib/domain/feasibility/answers';
import { documentInput } from '@/lib/domain/feasibility/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { recordConsent } from '@/lib/server/feasibility/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '县市人民政府同意：文号、日期、文件，由住建局登记',
    tag: 'annual',
    permission: 'feasibility.write',
    action: 'feasibility.consent',
    ifMatch: true,
    params: idParams,
    body: documentInput,
    output: feasibilityDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => recordConsent(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
