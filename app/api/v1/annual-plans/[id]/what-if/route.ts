import { whatIfAnswer } from '@/lib/domain/annual/answers';
import { budgetsInput } from '@/lib/domain/annual/schema';
import { whatIf } from '@/lib/server/annual/commands';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '试算：换一组资金，哪些项目列入、哪些落选；不保存',
    tag: 'annual',
    permission: 'annualPlan.read',
    neverKept: true,
    params: idParams,
    body: budgetsInput,
    output: whatIfAnswer,
    run: ({ tx, actor, params, body }) => whatIf(tx, actor, params.id, body),
  }),
});
