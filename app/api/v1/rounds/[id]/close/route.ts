import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { closeRound } from '@/lib/server/votes/rounds';
import { RoundShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '截止表决：得出初步结果，抽取回访户',
    tag: 'votes',
    permission: 'vote.write',
    ifMatch: true,
    params: idParams,
    output: RoundShape,
    run: ({ tx, actor, params, ifMatch }) => closeRound(tx, actor, params.id, ifMatch ?? 0),
  }),
});
