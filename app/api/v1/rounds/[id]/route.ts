import { roundUpdate } from '@/lib/domain/votes/schema';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { roundView } from '@/lib/server/votes/queries';
import { updateRound } from '@/lib/server/votes/rounds';
import { RoundShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一轮表决：票数、两项门槛、下一步还缺什么',
    tag: 'votes',
    permission: 'vote.read',
    params: idParams,
    output: RoundShape,
    run: async ({ reader, actor, params }) => {
      const round = await roundView(reader, actor, params.id);
      return round ? done(round, { version: round.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改计划截止日、方案版本（筹备时）',
    tag: 'votes',
    permission: 'vote.write',
    action: 'vote.update',
    ifMatch: true,
    params: idParams,
    body: roundUpdate,
    output: RoundShape,
    run: ({ tx, actor, params, body, ifMatch }) => updateRound(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
