import { z } from 'zod';
import { poolAssign } from '@/lib/domain/funds/batch-schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { assignPool } from '@/lib/server/funds/pool';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '县级分配：把一笔待分配资金分给几个项目，全部记成或全部不记',
    tag: 'funds',
    permission: 'fund.write',
    action: 'fundPool.assign',
    body: poolAssign,
    output: z.object({ ids: z.array(z.uuid()) }),
    status: 201,
    run: ({ tx, actor, body }) => assignPool(tx, actor, body),
  }),
});
