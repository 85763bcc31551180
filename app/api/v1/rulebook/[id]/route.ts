import { z } from 'zod';
import { rulebookSchema } from '@/lib/domain/rulebook/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { rulebookContent } from '@/lib/server/rulebook/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一个版本的规则手册全文：条款、范围、时间节点、改造内容、阶段、资金、评价表',
    tag: 'rulebook',
    permission: 'rulebook.read',
    params: z.object({ id: z.uuid() }),
    output: rulebookSchema,
    run: async ({ tx, params: { id } }) => {
      const content = await rulebookContent(tx, id);
      return content ? done(content) : notFound();
    },
  }),
});
