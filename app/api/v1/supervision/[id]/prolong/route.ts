import { supervisionDetailAnswer } from '@/lib/domain/supervision/answers';
import { supervisionProlonging } from '@/lib/domain/supervision/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { prolong } from '@/lib/server/supervision/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '延长期限，写明原因；原期限留在经过里',
    tag: 'supervision',
    permission: 'supervision.write',
    action: 'supervision.prolong',
    ifMatch: true,
    params: idParams,
    body: supervisionProlonging,
    output: supervisionDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) => prolong(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
