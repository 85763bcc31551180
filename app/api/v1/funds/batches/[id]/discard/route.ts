import { z } from 'zod';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { discardBatch } from '@/lib/server/funds/batches';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '作废还没有下达的批次：什么都不记账，文号可以重新使用；已下达的不能作废',
    tag: 'funds',
    permission: 'fund.allocate',
    action: 'fundBatch.discard',
    ifMatch: true,
    params: idParams,
    output: z.object({ id: z.uuid() }),
    run: ({ tx, actor, params, ifMatch }) => discardBatch(tx, actor, { id: params.id, version: ifMatch ?? 0 }),
  }),
});
