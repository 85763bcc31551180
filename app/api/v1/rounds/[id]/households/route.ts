import { z } from 'zod';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { homesOf, isThere } from '@/lib/server/votes/queries';
import { HomeShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '冻结户册中的各户及其表决情况（姓名已掩码）',
    tag: 'votes',
    // of single households: whoever reads the register reads the votes as well (decision 0065)
    permission: 'register.read',
    token: 'votes.read',
    params: idParams,
    query: z.strictObject({ building: z.uuid().optional() }),
    output: z.object({ items: z.array(HomeShape) }),
    run: async ({ reader, actor, params, query }) =>
      (await isThere(reader, actor, params.id))
        ? done({ items: await homesOf(reader, params.id, query.building) })
        : notFound(),
  }),
});
