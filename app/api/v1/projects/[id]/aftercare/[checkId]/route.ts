import { checkInput } from '@/lib/domain/aftercare/schema';
import { recordCheck } from '@/lib/server/aftercare/commands';
import { AftercareShape, checkParams } from '@/lib/server/aftercare/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '登记一次回访检查的结果',
    tag: 'projects',
    permission: 'aftercare.write',
    action: 'aftercare.check',
    ifMatch: true,
    params: checkParams,
    body: checkInput,
    output: AftercareShape,
    run: ({ tx, actor, params, body, ifMatch }) => recordCheck(tx, actor, params, ifMatch ?? 0, body),
  }),
});
