import { z } from 'zod';
import { formsInput } from '@/lib/domain/votes/schema';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { FormBatchShape, FormsAnswerShape } from '@/lib/server/votes/form-shapes';
import { formBatches, printForms } from '@/lib/server/votes/forms';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一轮征求意见已打印的意见征求表，按批次',
    tag: 'votes',
    permission: 'vote.read',
    params: idParams,
    output: z.object({ items: z.array(FormBatchShape) }),
    run: async ({ tx, actor, params }) => {
      const items = await formBatches(tx, actor, params.id);
      return items ? done({ items }) : notFound();
    },
  }),
  POST: operation({
    summary: '打印一批意见征求表：指定的户，或所有没有有效表的户；已有有效表的户重新打印须说明原因，原表作废',
    tag: 'votes',
    permission: 'vote.write',
    action: 'vote.print_forms',
    status: 201,
    params: idParams,
    body: formsInput,
    output: FormsAnswerShape,
    run: ({ tx, actor, params, body }) => printForms(tx, actor, params.id, body),
  }),
});
