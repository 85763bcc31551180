import { roundListQuery } from '@/lib/domain/votes/list-query';
import { roundCreate } from '@/lib/domain/votes/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { listRounds } from '@/lib/server/votes/queries';
import { createRound } from '@/lib/server/votes/rounds';
import { RoundListShape, RoundShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '表决轮次列表',
    description: '正在进行的在前。status=live 是筹备、表决中和已截止的轮次。',
    tag: 'votes',
    permission: 'vote.read',
    query: roundListQuery,
    output: RoundListShape,
    run: async ({ reader, actor, query }) => done(await listRounds(reader, actor, query)),
  }),
  POST: operation({
    summary: '发起一轮征求意见（筹备）',
    tag: 'votes',
    permission: 'vote.write',
    action: 'vote.create',
    body: roundCreate,
    output: RoundShape,
    status: 201,
    run: ({ tx, actor, body }) => createRound(tx, actor, body),
  }),
});
