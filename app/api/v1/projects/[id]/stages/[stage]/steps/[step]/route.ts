import { stagesAnswer } from '@/lib/domain/stages/answers';
import { stepInput } from '@/lib/domain/stages/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { stepStage } from '@/lib/server/stages/commands';
import { stepParams } from '@/lib/server/stages/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '办理阶段的一步；最后一步完成本阶段。缺什么，全部说明',
    tag: 'projects',
    permission: 'stage.step',
    params: stepParams,
    body: stepInput,
    output: stagesAnswer,
    run: ({ tx, actor, params, body }) => stepStage(tx, actor, params, body),
  }),
});
