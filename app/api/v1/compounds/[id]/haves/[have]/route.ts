import { z } from 'zod';
import { haveInput } from '@/lib/domain/plans/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { attestHave } from '@/lib/server/plans/haves';
import { HavesShape } from '@/lib/server/plans/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '确认（或撤回）小区的一项“六有”，凭照片',
    tag: 'plans',
    permission: 'plan.write',
    action: 'plan.have',
    params: z.strictObject({ id: z.uuid(), have: z.string().regex(/^[a-z][A-Za-z]{0,39}$/) }),
    body: haveInput,
    output: HavesShape,
    run: ({ tx, actor, params, body }) => attestHave(tx, actor, params.id, params.have, body),
  }),
});
