import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { havesOf } from '@/lib/server/plans/haves';
import { HavesShape } from '@/lib/server/plans/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个小区的“六有”：哪些已凭照片确认',
    tag: 'plans',
    permission: 'plan.read',
    params: idParams,
    output: HavesShape,
    run: async ({ reader, actor, params }) => {
      const items = await havesOf(reader, actor, params.id);
      return items ? done({ items }) : notFound();
    },
  }),
});
