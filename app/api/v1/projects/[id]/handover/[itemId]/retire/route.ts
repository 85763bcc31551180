import { withdrawInput } from '@/lib/domain/archive/schema';
import { retireLine } from '@/lib/server/aftercare/handover';
import { AftercareShape, lineParams } from '@/lib/server/aftercare/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '从移交清单中去掉一项，写明原因',
    tag: 'projects',
    permission: 'aftercare.write',
    ifMatch: true,
    params: lineParams,
    body: withdrawInput,
    output: AftercareShape,
    run: ({ tx, actor, params, body, ifMatch }) => retireLine(tx, actor, params, ifMatch ?? 0, body.reason),
  }),
});
