import { suggestAnswer } from '@/lib/domain/funds/batch-answers';
import { suggestInput } from '@/lib/domain/funds/batch-schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { suggestLines } from '@/lib/server/funds/batches';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '按计划测算：按年度实施计划内各项目的缺口比例分到分，不超过缺口；不保存',
    tag: 'funds',
    permission: 'fund.allocate',
    neverKept: true,
    params: idParams,
    body: suggestInput,
    output: suggestAnswer,
    run: ({ tx, actor, params, body }) => suggestLines(tx, actor, params.id, body),
  }),
});
