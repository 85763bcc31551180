import { complaintView } from '@/lib/domain/complaints/answers';
import { complaintTurnAway } from '@/lib/domain/complaints/schema';
import { turnAway } from '@/lib/server/complaints/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '不予受理或者转出，写明原因',
    tag: 'complaints',
    permission: 'complaint.handle',
    action: 'complaint.turnAway',
    ifMatch: true,
    params: idParams,
    body: complaintTurnAway,
    output: complaintView,
    run: ({ tx, actor, params, body, ifMatch }) => turnAway(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
