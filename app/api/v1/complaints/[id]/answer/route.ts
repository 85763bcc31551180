import { complaintView } from '@/lib/domain/complaints/answers';
import { complaintAnswer } from '@/lib/domain/complaints/schema';
import { answer } from '@/lib/server/complaints/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '答复投诉人；投诉人凭回执码即可看到',
    tag: 'complaints',
    permission: 'complaint.handle',
    action: 'complaint.answer',
    ifMatch: true,
    params: idParams,
    body: complaintAnswer,
    output: complaintView,
    run: ({ tx, actor, params, body, ifMatch }) =>
      answer(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.answer),
  }),
});
