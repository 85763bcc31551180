import { complaintView } from '@/lib/domain/complaints/answers';
import { complaintReopen } from '@/lib/domain/complaints/schema';
import { reopen } from '@/lib/server/complaints/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '投诉人来电来访，对答复不满意，要求再办一次',
    tag: 'complaints',
    permission: 'complaint.handle',
    action: 'complaint.reopen',
    ifMatch: true,
    params: idParams,
    body: complaintReopen,
    output: complaintView,
    run: ({ tx, actor, params, body, ifMatch }) =>
      reopen(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.words),
  }),
});
