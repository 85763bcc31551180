import { batchDetailAnswer } from '@/lib/domain/funds/batch-answers';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { issueBatch } from '@/lib/server/funds/issue';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '下达：每一行记一笔台账，全部记成或全部不记；下达后不再改动',
    tag: 'funds',
    permission: 'fund.allocate',
    action: 'fundBatch.issue',
    ifMatch: true,
    long: true,
    params: idParams,
    output: batchDetailAnswer,
    run: ({ tx, actor, params, ifMatch }) => issueBatch(tx, actor, { id: params.id, version: ifMatch ?? 0 }),
  }),
});
