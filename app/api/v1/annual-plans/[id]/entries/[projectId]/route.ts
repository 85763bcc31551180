import { z } from 'zod';
import { planDetailAnswer } from '@/lib/domain/annual/answers';
import { lockInput } from '@/lib/domain/annual/schema';
import { lockEntry } from '@/lib/server/annual/commands';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '指定列入或指定不列入一个项目，写明原因；null 取消指定',
    tag: 'annual',
    permission: 'annualPlan.write',
    action: 'annualPlan.lock',
    ifMatch: true,
    params: z.strictObject({ id: z.uuid(), projectId: z.uuid() }),
    body: lockInput,
    output: planDetailAnswer,
    run: ({ tx, actor, params, body, ifMatch }) =>
      lockEntry(tx, actor, params.id, params.projectId, ifMatch ?? 0, body),
  }),
});
