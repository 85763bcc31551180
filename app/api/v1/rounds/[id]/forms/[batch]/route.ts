import { z } from 'zod';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { batchParams, FormShape } from '@/lib/server/votes/form-shapes';
import { formsOfBatch } from '@/lib/server/votes/forms';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一批意见征求表：每户一份，编号和户的信息（姓名已掩码），不含回执码',
    tag: 'votes',
    // of single households: whoever reads the register reads the votes as well (decision 0065)
    permission: 'register.read',
    token: 'votes.read',
    params: batchParams,
    output: z.object({ items: z.array(FormShape) }),
    run: async ({ tx, actor, params }) => {
      const items = await formsOfBatch(tx, actor, params.id, params.batch);
      return items ? done({ items }) : notFound();
    },
  }),
});
