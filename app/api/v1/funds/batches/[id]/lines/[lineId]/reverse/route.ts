import { z } from 'zod';
import { reverseInput } from '@/lib/domain/funds/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { reverseLine } from '@/lib/server/funds/issue';
import { PostedShape } from '@/lib/server/funds/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '冲销已下达批次的一行：写明原因；钱还在才能冲销',
    tag: 'funds',
    permission: 'fund.allocate',
    action: 'fundBatch.reverse',
    params: z.strictObject({ id: z.uuid(), lineId: z.uuid() }),
    body: reverseInput,
    output: PostedShape,
    status: 201,
    run: ({ tx, actor, params, body }) => reverseLine(tx, actor, params, body),
  }),
});
