import { z } from 'zod';
import { applicationAnswer, applicationCreate, applicationQuery } from '@/lib/domain/applications/schema';
import { done } from '@/lib/server/answer';
import { apply } from '@/lib/server/applications/commands';
import { applications } from '@/lib/server/applications/queries';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '改造申请',
    tag: 'annual',
    permission: 'application.read',
    query: applicationQuery,
    output: z.object({ items: z.array(applicationAnswer) }),
    run: async ({ reader, actor, query }) => done({ items: await applications(reader, actor, query) }),
  }),
  POST: operation({
    summary: '提交一个项目的改造申请：第二次征求意见完成后',
    tag: 'annual',
    permission: 'application.write',
    action: 'application.create',
    body: applicationCreate,
    output: applicationAnswer,
    status: 201,
    run: ({ tx, actor, body }) => apply(tx, actor, body),
  }),
});
