import { reasonInput } from '@/lib/domain/votes/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { annulBallot } from '@/lib/server/votes/ballots';
import { BallotsShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '作废一张表决票（截止前，附原因，原票留存）',
    tag: 'votes',
    permission: 'vote.write',
    action: 'vote.annul',
    params: idParams,
    body: reasonInput,
    output: BallotsShape,
    status: 201,
    run: ({ tx, actor, params, body }) => annulBallot(tx, actor, params.id, body.reason),
  }),
});
