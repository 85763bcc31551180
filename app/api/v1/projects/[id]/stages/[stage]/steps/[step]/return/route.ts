import { stagesAnswer } from '@/lib/domain/stages/answers';
import { returnInput } from '@/lib/domain/stages/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { returnStage } from '@/lib/server/stages/commands';
import { stepParams } from '@/lib/server/stages/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '退回报送：说明理由，并说明是否实质性更正',
    tag: 'projects',
    permission: 'stage.step',
    params: stepParams,
    body: returnInput,
    output: stagesAnswer,
    run: ({ tx, actor, params, body }) => returnStage(tx, actor, params, body),
  }),
});
