import { compoundListQuery } from '@/lib/domain/compounds/list-query';
import { compoundCreateSchema } from '@/lib/domain/compounds/schema';
import { badRequest, done } from '@/lib/server/answer';
import { createCompound } from '@/lib/server/compounds/commands';
import { compoundListJson } from '@/lib/server/compounds/list';
import { CompoundListShape, CompoundShape } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '小区列表：筛选、检索、排序、翻页',
    tag: 'compounds',
    permission: 'compound.read',
    query: compoundListQuery,
    output: CompoundListShape,
    atOnce: () => true,
    run: async ({ reader, actor, query }) => {
      const list = await compoundListJson(reader, actor, query);
      return list ? done(list) : badRequest('cursor_unreadable');
    },
  }),
  POST: operation({
    summary: '登记一个小区',
    tag: 'compounds',
    permission: 'compound.write',
    action: 'compound.create',
    body: compoundCreateSchema,
    output: CompoundShape,
    status: 201,
    run: ({ tx, actor, body }) => createCompound(tx, actor, body),
  }),
});
