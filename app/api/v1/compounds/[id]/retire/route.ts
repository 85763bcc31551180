import { retireSchema } from '@/lib/domain/compounds/schema';
import { retireCompound } from '@/lib/server/compounds/commands';
import { CompoundShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '停用小区，说明原因；名册和文件保留',
    tag: 'compounds',
    permission: 'compound.retire',
    action: 'compound.retire',
    ifMatch: true,
    params: idParams,
    body: retireSchema,
    output: CompoundShape,
    run: ({ tx, actor, params, body, ifMatch }) => retireCompound(tx, actor, params.id, ifMatch ?? 0, body.reason),
  }),
});
