import { z } from 'zod';
import { visitsInput } from '@/lib/domain/votes/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { recordVisits } from '@/lib/server/votes/checks';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '登记扫楼情况（与表决票分开）',
    tag: 'votes',
    permission: 'vote.write',
    action: 'vote.visit',
    params: idParams,
    body: visitsInput,
    output: z.object({ recorded: z.int() }),
    status: 201,
    run: ({ tx, actor, params, body }) => recordVisits(tx, actor, params.id, body),
  }),
});
