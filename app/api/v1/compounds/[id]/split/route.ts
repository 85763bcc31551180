import { z } from 'zod';
import { splitSchema } from '@/lib/domain/compounds/schema';
import { splitCompound } from '@/lib/server/compounds/merge-split';
import { CompoundShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '拆分小区：每栋楼归入一个新小区，户册随楼栋',
    tag: 'compounds',
    permission: 'compound.retire',
    action: 'compound.split',
    ifMatch: true,
    params: idParams,
    body: splitSchema,
    output: z.object({ retired: CompoundShape, parts: z.array(CompoundShape) }),
    status: 201,
    run: ({ tx, actor, params, body, ifMatch }) => splitCompound(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
