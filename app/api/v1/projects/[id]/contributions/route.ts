import { compoundQuery } from '@/lib/domain/contributions/schema';
import { done, notFound } from '@/lib/server/answer';
import { progressOf } from '@/lib/server/contributions/progress';
import { contributionParams, ProgressShape } from '@/lib/server/contributions/shapes';
import { defineRoutes, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '居民出资进度：各小区、各楼栋的户数和金额',
    tag: 'contributions',
    permission: 'contribution.read',
    params: contributionParams,
    query: compoundQuery,
    output: ProgressShape,
    run: async ({ reader, actor, params, query }) => {
      const progress = await progressOf(reader, actor, params.id, query.compound);
      return progress ? done(progress) : notFound();
    },
  }),
});
