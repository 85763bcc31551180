import { batchDetailAnswer } from '@/lib/domain/funds/batch-answers';
import { linesInput } from '@/lib/domain/funds/batch-schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { writeLines } from '@/lib/server/funds/batches';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '一个批次下达给哪些县市和项目，整体保存：没有列出的去掉',
    tag: 'funds',
    permission: 'fund.allocate',
    action: 'fundBatch.lines',
    ifMatch: true,
    params: idParams,
    body: linesInput,
    output: batchDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      writeLines(tx, actor, { id: params.id, version: ifMatch ?? 0 }, body),
  }),
});
