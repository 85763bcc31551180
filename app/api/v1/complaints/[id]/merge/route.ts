import { complaintView } from '@/lib/domain/complaints/answers';
import { complaintMerge } from '@/lib/domain/complaints/schema';
import { merge } from '@/lib/server/complaints/commands-matters';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '并入同一事项，只计一件，期限从最早收到的一件起算',
    tag: 'complaints',
    permission: 'complaint.handle',
    action: 'complaint.merge',
    ifMatch: true,
    params: idParams,
    body: complaintMerge,
    output: complaintView,
    run: ({ tx, actor, params, body, ifMatch }) =>
      merge(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.intoId),
  }),
});
