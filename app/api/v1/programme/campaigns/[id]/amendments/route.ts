import { z } from 'zod';
import { campaignDetailAnswer } from '@/lib/domain/programme/answers';
import { baselineAmendSchema } from '@/lib/domain/programme/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { amendCampaign } from '@/lib/server/programme/commands-baseline';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '凭文件调整一个县市已锁定的摸底总量',
    tag: 'programme',
    permission: 'baseline.amend',
    params: z.object({ id: z.uuid() }),
    body: baselineAmendSchema,
    output: campaignDetailAnswer,
    status: 201,
    action: 'baseline.amend',
    run: ({ tx, actor, params: { id }, body }) => amendCampaign(tx, actor, id, body),
  }),
});
