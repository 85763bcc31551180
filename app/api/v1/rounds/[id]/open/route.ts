import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { openRound } from '@/lib/server/votes/rounds';
import { RoundShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '开启表决：冻结户册并留下哈希',
    tag: 'votes',
    permission: 'vote.write',
    ifMatch: true,
    params: idParams,
    output: RoundShape,
    run: ({ tx, actor, params, ifMatch }) => openRound(tx, actor, params.id, ifMatch ?? 0),
  }),
});
