import { liftInput } from '@/lib/domain/inspections/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { StopWorkShape, stopWorkParams } from '@/lib/server/inspections/shapes';
import { liftStopWork } from '@/lib/server/inspections/stop-work';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '解除停工（复工）：所列问题全部销号后，由下发的一级或上级办理',
    tag: 'inspections',
    permission: 'inspection.write',
    action: 'stopWork.lift',
    ifMatch: true,
    params: stopWorkParams,
    body: liftInput,
    output: StopWorkShape,
    run: ({ tx, actor, params, body, ifMatch }) =>
      liftStopWork(tx, actor, { projectId: params.id, id: params.stopWorkId, version: ifMatch ?? 0 }, body),
  }),
});
