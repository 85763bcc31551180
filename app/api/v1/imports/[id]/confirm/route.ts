import { defineRoutes, operation } from '@/lib/server/define-route';
import { confirmImport } from '@/lib/server/imports/commands';
import { ImportId, Moved } from '@/lib/server/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '确认导入：全部成功或全部不动',
    tag: 'imports',
    permission: 'import.run',
    params: ImportId,
    output: Moved,
    status: 202,
    action: 'import.confirm',
    run: ({ tx, actor, params }) => confirmImport(tx, actor, params.id),
  }),
});
