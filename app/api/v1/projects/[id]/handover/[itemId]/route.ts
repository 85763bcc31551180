import { handoverUpdate } from '@/lib/domain/aftercare/schema';
import { updateLine } from '@/lib/server/aftercare/handover';
import { AftercareShape, lineParams } from '@/lib/server/aftercare/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PATCH: operation({
    summary: '修改移交清单的一项',
    tag: 'projects',
    permission: 'aftercare.write',
    action: 'handover.update',
    ifMatch: true,
    params: lineParams,
    body: handoverUpdate,
    output: AftercareShape,
    run: ({ tx, actor, params, body, ifMatch }) => updateLine(tx, actor, params, ifMatch ?? 0, body),
  }),
});
