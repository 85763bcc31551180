import { complaintView } from '@/lib/domain/complaints/answers';
import { complaintSeparate } from '@/lib/domain/complaints/schema';
import { separate } from '@/lib/server/complaints/commands-matters';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '并错了的分开办理',
    tag: 'complaints',
    permission: 'complaint.handle',
    action: 'complaint.separate',
    ifMatch: true,
    params: idParams,
    body: complaintSeparate,
    output: complaintView,
    run: ({ tx, actor, params, body, ifMatch }) =>
      separate(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.reason),
  }),
});
