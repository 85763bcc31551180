import { supervisionDetailAnswer } from '@/lib/domain/supervision/answers';
import { supervisionReturn } from '@/lib/domain/supervision/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { returnAnswer } from '@/lib/server/supervision/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '退回重办，写明原因；期限已过的同时写新的期限',
    tag: 'supervision',
    permission: 'supervision.write',
    action: 'supervision.return',
    ifMatch: true,
    params: idParams,
    body: supervisionReturn,
    output: supervisionDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      returnAnswer(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
