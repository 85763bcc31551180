import { defineRoutes, operation } from '@/lib/server/define-route';
import { agreeMapping } from '@/lib/server/imports/commands';
import { ImportId, Moved, mappingBody } from '@/lib/server/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '确定每一列是什么，并为本县市记住',
    tag: 'imports',
    permission: 'import.run',
    params: ImportId,
    body: mappingBody,
    output: Moved,
    action: 'import.mapping',
    run: ({ tx, actor, params, body }) => agreeMapping(tx, actor, params.id, body),
  }),
});
