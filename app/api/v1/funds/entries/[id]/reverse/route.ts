import { reverseInput } from '@/lib/domain/funds/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { reverse } from '@/lib/server/funds/post';
import { entryParams, PostedShape } from '@/lib/server/funds/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '冲销一笔下达或到位（支付的冲销另须第二人审核）',
    tag: 'funds',
    permission: 'fund.write',
    action: 'ledger.reverse',
    params: entryParams,
    body: reverseInput,
    output: PostedShape,
    status: 201,
    run: ({ tx, actor, params, body }) => reverse(tx, actor, params.id, body),
  }),
});
