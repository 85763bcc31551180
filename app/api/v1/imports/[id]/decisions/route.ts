import { defineRoutes, operation } from '@/lib/server/define-route';
import { decideRows } from '@/lib/server/imports/commands';
import { decisionsBody, ImportId, Moved } from '@/lib/server/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '决定冲突用哪一边的值，或者是不是已有的小区',
    tag: 'imports',
    permission: 'import.run',
    params: ImportId,
    body: decisionsBody,
    output: Moved,
    action: 'import.decide',
    run: ({ tx, actor, params, body }) => decideRows(tx, actor, params.id, body.decisions),
  }),
});
