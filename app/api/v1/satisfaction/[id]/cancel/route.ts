import { surveyHead } from '@/lib/domain/satisfaction/answers';
import { surveyCancel } from '@/lib/domain/satisfaction/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { cancelSurvey } from '@/lib/server/satisfaction/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '作废一次调查，写明原因；可以重新调查',
    tag: 'complaints',
    permission: 'satisfaction.open',
    action: 'satisfaction.cancel',
    ifMatch: true,
    params: idParams,
    body: surveyCancel,
    output: surveyHead,
    run: ({ tx, actor, params, body, ifMatch }) =>
      cancelSurvey(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.reason),
  }),
});
