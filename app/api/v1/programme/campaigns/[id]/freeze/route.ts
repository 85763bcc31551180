import { z } from 'zod';
import { campaignDetailAnswer } from '@/lib/domain/programme/answers';
import { baselineFreezeSchema } from '@/lib/domain/programme/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { freezeCampaign } from '@/lib/server/programme/commands-baseline';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '锁定排查摸底总量',
    description: '记录全部在册小区的现状和各县市符合条件小区的总量，作为以后比例的分母。锁定后只能凭文件调整。',
    tag: 'programme',
    permission: 'baseline.freeze',
    params: z.object({ id: z.uuid() }),
    body: baselineFreezeSchema,
    output: campaignDetailAnswer,
    ifMatch: true,
    action: 'baseline.freeze',
    run: ({ tx, actor, params: { id }, body, ifMatch = 0 }) => freezeCampaign(tx, actor, id, ifMatch, body),
  }),
});
