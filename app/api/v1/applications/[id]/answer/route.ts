import { applicationAnswer, applicationReply } from '@/lib/domain/applications/schema';
import { answerApplication } from '@/lib/server/applications/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '县市住建局受理或退回改造申请',
    tag: 'annual',
    permission: 'application.write',
    ifMatch: true,
    params: idParams,
    body: applicationReply,
    output: applicationAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => answerApplication(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
