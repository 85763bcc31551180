import { supervisionDetailAnswer } from '@/lib/domain/supervision/answers';
import { supervisionClosing } from '@/lib/domain/supervision/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { closeSupervision } from '@/lib/server/supervision/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '办结',
    tag: 'supervision',
    permission: 'supervision.write',
    action: 'supervision.close',
    ifMatch: true,
    params: idParams,
    body: supervisionClosing,
    output: supervisionDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      closeSupervision(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.opinion),
  }),
});
