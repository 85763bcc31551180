import { schemeUpdate } from '@/lib/domain/votes/schema';
import { done, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { oneScheme, updateScheme } from '@/lib/server/votes/schemes';
import { SchemeShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一个方案版本',
    tag: 'votes',
    permission: 'vote.read',
    params: idParams,
    output: SchemeShape,
    run: async ({ reader, actor, params }) => {
      const scheme = await oneScheme(reader, actor, params.id);
      return scheme ? done(scheme, { version: scheme.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改方案的名称、概算、自筹资金额度（定稿前）',
    tag: 'votes',
    permission: 'vote.write',
    action: 'scheme.update',
    ifMatch: true,
    params: idParams,
    body: schemeUpdate,
    output: SchemeShape,
    run: ({ tx, actor, params, body, ifMatch }) => updateScheme(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
