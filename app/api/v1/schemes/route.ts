import { z } from 'zod';
import { schemeCreate } from '@/lib/domain/votes/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { createScheme, schemesOf } from '@/lib/server/votes/schemes';
import { SchemeShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个小区的改造方案各版本，最新的在前',
    tag: 'votes',
    permission: 'vote.read',
    query: z.strictObject({ compound: z.uuid() }),
    output: z.object({ items: z.array(SchemeShape) }),
    run: async ({ reader, actor, query }) => done({ items: await schemesOf(reader, actor, query.compound) }),
  }),
  POST: operation({
    summary: '新建一个方案版本（可沿用以前版本的各部分）',
    tag: 'votes',
    permission: 'vote.write',
    action: 'scheme.create',
    body: schemeCreate,
    output: SchemeShape,
    status: 201,
    run: ({ tx, actor, body }) => createScheme(tx, actor, body),
  }),
});
