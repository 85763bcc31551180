import { supervisionDetailAnswer } from '@/lib/domain/supervision/answers';
import { supervisionReminder } from '@/lib/domain/supervision/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { remind } from '@/lib/server/supervision/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '催办，一天一次，计入催办次数',
    tag: 'supervision',
    permission: 'supervision.write',
    action: 'supervision.remind',
    ifMatch: true,
    params: idParams,
    body: supervisionReminder,
    output: supervisionDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      remind(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body.note),
  }),
});
