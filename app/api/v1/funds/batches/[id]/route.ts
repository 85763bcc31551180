import { batchDetailAnswer } from '@/lib/domain/funds/batch-answers';
import { batchChange } from '@/lib/domain/funds/batch-schema';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { batchDetail } from '@/lib/server/funds/batch-rows';
import { changeBatch } from '@/lib/server/funds/batches';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个资金下达批次和它的各行，已下达的附台账凭证；县市只看得到本县市的',
    tag: 'funds',
    permission: 'fund.read',
    params: idParams,
    output: batchDetailAnswer,
    run: async ({ reader, actor, params }) => {
      const batch = await batchDetail(reader, actor, params.id);
      return batch ? done(batch, { version: batch.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改还没有下达的批次',
    tag: 'funds',
    permission: 'fund.allocate',
    action: 'fundBatch.update',
    ifMatch: true,
    params: idParams,
    body: batchChange,
    output: batchDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      changeBatch(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
