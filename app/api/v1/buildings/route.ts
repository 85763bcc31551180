import { buildingCreateSchema } from '@/lib/domain/compounds/schema';
import { createBuilding } from '@/lib/server/compounds/buildings';
import { BuildingShape } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '登记一栋楼',
    tag: 'buildings',
    permission: 'compound.write',
    action: 'building.create',
    body: buildingCreateSchema,
    output: BuildingShape,
    status: 201,
    run: ({ tx, actor, body }) => createBuilding(tx, actor, body),
  }),
});
