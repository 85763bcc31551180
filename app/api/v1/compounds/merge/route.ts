import { mergeSchema } from '@/lib/domain/compounds/schema';
import { mergeCompounds } from '@/lib/server/compounds/merge-split';
import { CompoundShape } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '合并小区：其余并入保留的一个，楼栋和户册随之迁入，原名保留',
    tag: 'compounds',
    permission: 'compound.retire',
    action: 'compound.merge',
    body: mergeSchema,
    output: CompoundShape,
    run: ({ tx, actor, body }) => mergeCompounds(tx, actor, body),
  }),
});
