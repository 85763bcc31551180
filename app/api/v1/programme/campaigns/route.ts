import { z } from 'zod';
import { campaignAnswer } from '@/lib/domain/programme/answers';
import { campaignCreateSchema } from '@/lib/domain/programme/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { campaigns } from '@/lib/server/programme/campaigns';
import { createCampaign } from '@/lib/server/programme/commands-campaigns';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '摸底批次',
    tag: 'programme',
    permission: 'programme.read',
    output: z.object({ items: z.array(campaignAnswer) }),
    run: async ({ tx, actor }) => done({ items: await campaigns(tx, actor) }),
  }),
  POST: operation({
    summary: '开展一批摸底排查',
    tag: 'programme',
    permission: 'programme.write',
    body: campaignCreateSchema,
    output: campaignAnswer,
    status: 201,
    action: 'programme.campaign.create',
    run: ({ tx, actor, body }) => createCampaign(tx, actor, body),
  }),
});
