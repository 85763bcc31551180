import { duesInput, duesQuery } from '@/lib/domain/contributions/schema';
import { done, notFound } from '@/lib/server/answer';
import { setDues } from '@/lib/server/contributions/dues';
import { duesList } from '@/lib/server/contributions/list';
import { contributionParams, DueListShape, ProgressShape } from '@/lib/server/contributions/shapes';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个小区各户的应缴、已缴（业主信息已掩码）',
    tag: 'contributions',
    permission: 'contribution.read',
    params: contributionParams,
    query: duesQuery,
    output: DueListShape,
    run: async ({ reader, actor, params, query }) => {
      const list = await duesList(reader, actor, params.id, query);
      return list ? done(list) : notFound();
    },
  }),
  POST: operation({
    summary: '确定一个小区各户应缴：按议定的居民出资和分摊办法，对照当前户册计算；再次确定须写明原因',
    tag: 'contributions',
    permission: 'project.write',
    action: 'contribution.set',
    params: contributionParams,
    body: duesInput,
    output: ProgressShape,
    status: 201,
    run: ({ tx, actor, params, body }) => setDues(tx, actor, params.id, body),
  }),
});
