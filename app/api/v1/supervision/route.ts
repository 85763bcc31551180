import { z } from 'zod';
import { supervisionAnswer, supervisionDetailAnswer } from '@/lib/domain/supervision/answers';
import { supervisionCreate, supervisionQuery } from '@/lib/domain/supervision/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { issueSupervision } from '@/lib/server/supervision/issue';
import { supervisions } from '@/lib/server/supervision/queries';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '督办通知，待答复的按期限先后；县市看到发给本县市的',
    tag: 'supervision',
    permission: 'supervision.read',
    query: supervisionQuery,
    output: z.object({ items: z.array(supervisionAnswer) }),
    run: async ({ reader, actor, query }) => done({ items: await supervisions(reader, actor, query) }),
  }),
  POST: operation({
    summary: '向一个县市发出督办：文号、事项、要求、期限和所涉项目',
    tag: 'supervision',
    permission: 'supervision.write',
    action: 'supervision.issue',
    body: supervisionCreate,
    output: supervisionDetailAnswer,
    status: 201,
    run: ({ tx, actor, body }) => issueSupervision(tx, actor, body),
  }),
});
