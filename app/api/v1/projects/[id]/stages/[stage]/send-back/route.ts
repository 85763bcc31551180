import { stagesAnswer } from '@/lib/domain/stages/answers';
import { returnInput } from '@/lib/domain/stages/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { sendStageBack } from '@/lib/server/stages/commands';
import { stageParams } from '@/lib/server/stages/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '把已完成的阶段退回重办，以后的阶段随之等待',
    tag: 'projects',
    permission: 'stage.sendBack',
    params: stageParams,
    body: returnInput,
    output: stagesAnswer,
    run: ({ tx, actor, params, body }) => sendStageBack(tx, actor, params, body),
  }),
});
