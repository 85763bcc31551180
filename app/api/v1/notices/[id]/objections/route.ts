import { objectionView } from '@/lib/domain/notices/answers';
import { objectionEnter } from '@/lib/domain/notices/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { enterObjection } from '@/lib/server/notices/commands-objections';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '登记一条异议（来人、来电反映的）',
    tag: 'notices',
    permission: 'notice.write',
    action: 'objection.enter',
    params: idParams,
    body: objectionEnter,
    output: objectionView,
    status: 201,
    run: ({ tx, actor, params, body }) => enterObjection(tx, actor, params.id, body),
  }),
});
