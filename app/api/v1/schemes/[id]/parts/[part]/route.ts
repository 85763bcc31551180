import { schemePartInput } from '@/lib/domain/votes/schema';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { writePart } from '@/lib/server/votes/schemes';
import { SchemeShape, schemePartParams } from '@/lib/server/votes/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '填写方案的一个部分（定稿前）',
    tag: 'votes',
    permission: 'vote.write',
    action: 'scheme.part',
    ifMatch: true,
    params: schemePartParams,
    body: schemePartInput,
    output: SchemeShape,
    run: ({ tx, actor, params, body, ifMatch }) => writePart(tx, actor, params.id, ifMatch ?? 0, params.part, body),
  }),
});
