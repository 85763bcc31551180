import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { demandOf, isThere, problemsOf } from '@/lib/server/votes/queries';
import { DemandShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '第一次征求意见汇总的改造需求和主要问题',
    tag: 'votes',
    permission: 'vote.read',
    params: idParams,
    output: DemandShape,
    run: async ({ reader, actor, params }) => {
      if (!(await isThere(reader, actor, params.id))) return notFound();
      return done({ items: await demandOf(reader, params.id), problems: await problemsOf(reader, actor, params.id) });
    },
  }),
});
