import { objectionView } from '@/lib/domain/notices/answers';
import { objectionAnswer } from '@/lib/domain/notices/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { answerObjection } from '@/lib/server/notices/commands-objections';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '答复一条异议：成立或者不成立；成立的，可以同时更正、作废这一户的表决票，或者补登截止前已经交来的票',
    tag: 'notices',
    permission: 'notice.write',
    action: 'objection.answer',
    ifMatch: true,
    params: idParams,
    body: objectionAnswer,
    output: objectionView,
    run: ({ tx, actor, params, body, ifMatch }) => answerObjection(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
