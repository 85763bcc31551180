import { z } from 'zod';
import { done, notFound } from '@/lib/server/answer';
import { compoundRecord } from '@/lib/server/compounds/detail';
import { buildingsOf } from '@/lib/server/compounds/register';
import { BuildingShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '小区的楼栋',
    tag: 'buildings',
    permission: 'compound.read',
    params: idParams,
    output: z.object({ items: z.array(BuildingShape) }),
    run: async ({ tx, actor, params }) =>
      (await compoundRecord(tx, actor, params.id))
        ? done({ items: await buildingsOf(tx, actor, params.id) })
        : notFound(),
  }),
});
