import { surveyHead } from '@/lib/domain/satisfaction/answers';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { closeSurvey } from '@/lib/server/satisfaction/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '结束调查，公布合计；此后不再改动',
    tag: 'complaints',
    permission: 'satisfaction.open',
    action: 'satisfaction.close',
    ifMatch: true,
    params: idParams,
    output: surveyHead,
    run: ({ tx, actor, params, ifMatch }) => closeSurvey(tx, actor, { id: params.id, version: ifMatch ?? 0 }),
  }),
});
