import { z } from 'zod';
import { campaignAnswer, campaignDetailAnswer } from '@/lib/domain/programme/answers';
import { campaignCreateSchema } from '@/lib/domain/programme/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { campaignDetail } from '@/lib/server/programme/campaigns';
import { updateCampaign } from '@/lib/server/programme/commands-campaigns';

const params = z.object({ id: z.uuid() });

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一批摸底的总量：现在、锁定时、调整后，以及现在与生效总量的差',
    tag: 'programme',
    permission: 'programme.read',
    params,
    output: campaignDetailAnswer,
    run: async ({ tx, actor, params: { id } }) => {
      const detail = await campaignDetail(tx, actor, id);
      return detail ? done(detail, { version: detail.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改摸底批次的名称和起止日期（总量锁定前）',
    tag: 'programme',
    permission: 'programme.write',
    params,
    body: campaignCreateSchema.partial(),
    output: campaignAnswer,
    ifMatch: true,
    action: 'programme.campaign.update',
    run: ({ tx, actor, params: { id }, body, ifMatch = 0 }) => updateCampaign(tx, actor, id, ifMatch, body),
  }),
});
