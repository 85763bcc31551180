import { z } from 'zod';
import { unitRenameSchema } from '@/lib/domain/units/schema';
import { unitDetail } from '@/lib/domain/units/views';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { renameUnit } from '@/lib/server/units/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '单位更名或改代码：自某日起生效，以前的报表仍用旧名',
    tag: 'units',
    permission: 'unit.write',
    params: z.object({ id: z.uuid() }),
    body: unitRenameSchema,
    output: unitDetail,
    ifMatch: true,
    run: ({ tx, actor, params, body, ifMatch }) => renameUnit(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
