import { z } from 'zod';
import { checksInput } from '@/lib/domain/votes/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { checkBallots } from '@/lib/server/votes/checks';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
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
