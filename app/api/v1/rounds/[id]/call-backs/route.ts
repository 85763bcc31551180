import { z } from 'zod';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { callBacksOf } from '@/lib/server/votes/call-backs';
import { isThere } from '@/lib/server/votes/queries';
import { CallBackShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '电话回访：截止时抽取的户及回访结果',
    tag: 'votes',
    // of single households: whoever reads the register reads the votes as well (decision 0065)
    permission: 'register.read',
    token: 'votes.read',
    params: idParams,
    output: z.object({ items: z.array(CallBackShape) }),
    run: async ({ reader, actor, params }) =>
      (await isThere(reader, actor, params.id)) ? done({ items: await callBacksOf(reader, params.id) }) : notFound(),
  }),
});
