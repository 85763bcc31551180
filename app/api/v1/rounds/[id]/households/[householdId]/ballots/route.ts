import { z } from 'zod';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { ballotViews } from '@/lib/server/votes/ballot-views';
import { isInRoll } from '@/lib/server/votes/queries';
import { BallotShape, roundHomeParams } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一户的表决票及其全部历史，最新的在前',
    tag: 'votes',
    // of single households: whoever reads the register reads the votes as well (decision 0065)
    permission: 'register.read',
    token: 'votes.read',
    params: roundHomeParams,
    output: z.object({ items: z.array(BallotShape) }),
    run: async ({ reader, actor, params }) =>
      (await isInRoll(reader, actor, params.id, params.householdId))
        ? done({ items: await ballotViews(reader, actor, params.id, { householdId: params.householdId }) })
        : notFound(),
  }),
});
