import { z } from 'zod';
import { checkListQuery } from '@/lib/domain/votes/check-list';
import { checksInput } from '@/lib/domain/votes/schema';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { ballotsToCheck } from '@/lib/server/votes/ballot-list';
import { checkBallots } from '@/lib/server/votes/checks';
import { isThere } from '@/lib/server/votes/queries';
import { CheckListShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '有效的表决票及其复核情况，按户的顺序；本人登记的在后',
    tag: 'votes',
    permission: 'vote.check',
    params: idParams,
    query: checkListQuery,
    output: CheckListShape,
    run: async ({ reader, actor, params, query }) =>
      (await isThere(reader, actor, params.id))
        ? done(await ballotsToCheck(reader, actor, params.id, query))
        : notFound(),
  }),
  POST: operation({
    summary: '第二人复核表决票（不能是登记人本人）',
    tag: 'votes',
    permission: 'vote.check',
    action: 'vote.check',
    params: idParams,
    body: checksInput,
    output: z.object({ checked: z.int() }),
    status: 201,
    run: ({ tx, actor, params, body }) => checkBallots(tx, actor, params.id, body),
  }),
});
