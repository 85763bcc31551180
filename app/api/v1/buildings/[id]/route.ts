import { buildingUpdateSchema } from '@/lib/domain/compounds/schema';
import { done, notFound } from '@/lib/server/answer';
import { updateBuilding } from '@/lib/server/compounds/buildings';
import { oneBuilding } from '@/lib/server/compounds/register';
import { BuildingShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一栋楼',
    tag: 'buildings',
    permission: 'compound.read',
    params: idParams,
    output: BuildingShape,
    run: async ({ tx, actor, params }) => {
      const building = await oneBuilding(tx, actor, params.id);
      return building ? done(building, { version: building.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改楼栋',
    tag: 'buildings',
    permission: 'compound.write',
    action: 'building.update',
    ifMatch: true,
    params: idParams,
    body: buildingUpdateSchema,
    output: BuildingShape,
    run: ({ tx, actor, params, body, ifMatch }) => updateBuilding(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
