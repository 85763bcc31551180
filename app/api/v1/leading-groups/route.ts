import { z } from 'zod';
import { leadingGroupAnswer, leadingGroupCreate } from '@/lib/domain/leading-groups/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { createGroup, leadingGroups } from '@/lib/server/leading-groups/groups';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '县市领导小组，现任和历届',
    tag: 'annual',
    permission: 'feasibility.read',
    query: z.strictObject({ county: z.uuid().optional() }),
    output: z.object({ items: z.array(leadingGroupAnswer) }),
    run: async ({ reader, actor, query }) => done({ items: await leadingGroups(reader, actor, query.county) }),
  }),
  POST: operation({
    summary: '登记成立或调整领导小组的文件；原来的随之终止',
    tag: 'annual',
    permission: 'feasibility.write',
    action: 'leadingGroup.create',
    body: leadingGroupCreate,
    output: leadingGroupAnswer,
    status: 201,
    run: ({ tx, actor, body }) => createGroup(tx, actor, body),
  }),
});
