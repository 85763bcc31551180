import { complaintView } from '@/lib/domain/complaints/answers';
import { complaintAssign } from '@/lib/domain/complaints/schema';
import { assign } from '@/lib/server/complaints/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '交办：由本局、镇街道、社区、项目实施单位或监理办理；可以改派',
    tag: 'complaints',
    permission: 'complaint.handle',
    action: 'complaint.assign',
    ifMatch: true,
    params: idParams,
    body: complaintAssign,
    output: complaintView,
    run: ({ tx, actor, params, body, ifMatch }) => assign(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
