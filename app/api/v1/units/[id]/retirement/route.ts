import { z } from 'zod';
import { unitRetireSchema } from '@/lib/domain/units/schema';
import { unitDetail } from '@/lib/domain/units/views';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { retireUnit } from '@/lib/server/units/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '停用单位（说明原因）；还有小区、账号或下级单位时不能停用，并列明全部原因',
    tag: 'units',
    permission: 'unit.write',
    params: z.object({ id: z.uuid() }),
    body: unitRetireSchema,
    output: unitDetail,
    ifMatch: true,
    run: ({ tx, actor, params, body, ifMatch }) => retireUnit(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
