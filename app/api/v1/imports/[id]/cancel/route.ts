import { defineRoutes, operation } from '@/lib/server/define-route';
import { cancelImport } from '@/lib/server/imports/commands';
import { ImportId, Moved } from '@/lib/server/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '取消一次还没有确认的导入',
    tag: 'imports',
    permission: 'import.run',
    params: ImportId,
    output: Moved,
    action: 'import.cancel',
    run: ({ tx, actor, params }) => cancelImport(tx, actor, params.id),
  }),
});
