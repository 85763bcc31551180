import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { finalizeScheme } from '@/lib/server/votes/schemes';
import { SchemeShape } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '方案定稿：六个部分齐全，留下哈希，此后不再改动',
    tag: 'votes',
    permission: 'vote.write',
    ifMatch: true,
    params: idParams,
    output: SchemeShape,
    run: ({ tx, actor, params, ifMatch }) => finalizeScheme(tx, actor, params.id, ifMatch ?? 0),
  }),
});
