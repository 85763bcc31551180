import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { isThere } from '@/lib/server/votes/queries';
import { SuspicionsShape } from '@/lib/server/votes/shapes';
import { suspicionsIn } from '@/lib/server/votes/suspicions';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一轮表决中需要留意的情况（只是线索，不是结论）',
    tag: 'votes',
    permission: 'vote.read',
    params: idParams,
    output: SuspicionsShape,
    run: async ({ reader, actor, params }) => {
      if (!(await isThere(reader, actor, params.id))) return notFound();
      return done({ items: (await suspicionsIn(reader, [params.id])).get(params.id) ?? [] });
    },
  }),
});
