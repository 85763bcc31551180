import { supervisionDetailAnswer } from '@/lib/domain/supervision/answers';
import { supervisionReply } from '@/lib/domain/supervision/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { answerSupervision } from '@/lib/server/supervision/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '县市住建局答复：办理情况、日期和附件；逾期的照收，记为逾期',
    tag: 'supervision',
    permission: 'supervision.answer',
    action: 'supervision.answer',
    ifMatch: true,
    params: idParams,
    body: supervisionReply,
    output: supervisionDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      answerSupervision(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
