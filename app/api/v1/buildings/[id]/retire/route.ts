import { z } from 'zod';
import { retireSchema } from '@/lib/domain/compounds/schema';
import { retireBuilding } from '@/lib/server/compounds/buildings';
import { BuildingShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '停用楼栋；还有在册住户时须说明住户一并停用',
    tag: 'buildings',
    permission: 'compound.write',
    action: 'building.retire',
    ifMatch: true,
    params: idParams,
    body: retireSchema.extend({ withHouseholds: z.boolean().optional() }),
    output: BuildingShape,
    run: ({ tx, actor, params, body, ifMatch }) => retireBuilding(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
