import { z } from 'zod';
import { batchAnswer, batchDetailAnswer } from '@/lib/domain/funds/batch-answers';
import { batchCreate, poolQuery } from '@/lib/domain/funds/batch-schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { fundBatches } from '@/lib/server/funds/batch-rows';
import { createBatch } from '@/lib/server/funds/batches';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '资金下达批次；县市看到已下达到本县市的，金额为本县市的合计',
    tag: 'funds',
    permission: 'fund.read',
    query: poolQuery,
    output: z.object({ items: z.array(batchAnswer) }),
    run: async ({ reader, actor, query }) => done({ items: await fundBatches(reader, actor, query.year) }),
  }),
  POST: operation({
    summary: '编制一个资金下达批次：文件、来源、用途和总额',
    tag: 'funds',
    permission: 'fund.allocate',
    action: 'fundBatch.create',
    body: batchCreate,
    output: batchDetailAnswer,
    status: 201,
    run: ({ tx, actor, body }) => createBatch(tx, actor, body),
  }),
});
