import { complaintView } from '@/lib/domain/complaints/answers';
import { complaintAnswer } from '@/lib/domain/complaints/schema';
import { draft } from '@/lib/server/complaints/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '承办单位拟写答复，等县市住建局答复',
    tag: 'complaints',
    permission: 'complaint.draft',
    action: 'complaint.draft',
    ifMatch: true,
    params: idParams,
    body: complaintAnswer,
    output: complaintView,
    run: ({ tx, actor, params, body, ifMatch }) =>
      draft(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.answer),
  }),
});
