import { reasonInput } from '@/lib/domain/votes/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { cancelRound } from '@/lib/server/votes/rounds';
import { RoundShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '作废一轮表决（留存原因，可另行发起）',
    tag: 'votes',
    permission: 'vote.write',
    ifMatch: true,
    params: idParams,
    body: reasonInput,
    output: RoundShape,
    run: ({ tx, actor, params, body, ifMatch }) => cancelRound(tx, actor, params.id, ifMatch ?? 0, body.reason),
  }),
});
