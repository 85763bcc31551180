import { complaintView } from '@/lib/domain/complaints/answers';
import { complaintClose } from '@/lib/domain/complaints/schema';
import { close } from '@/lib/server/complaints/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '办结',
    tag: 'complaints',
    permission: 'complaint.handle',
    action: 'complaint.close',
    ifMatch: true,
    params: idParams,
    body: complaintClose,
    output: complaintView,
    run: ({ tx, actor, params, body, ifMatch }) => close(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
