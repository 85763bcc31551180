import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { certifyRound } from '@/lib/server/votes/rounds';
import { RoundShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '认定表决结果：此后数据库不接受任何改动',
    tag: 'votes',
    permission: 'vote.certify',
    ifMatch: true,
    params: idParams,
    output: RoundShape,
    run: ({ tx, actor, params, ifMatch }) => certifyRound(tx, actor, params.id, ifMatch ?? 0),
  }),
});
