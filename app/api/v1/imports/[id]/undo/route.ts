import { setAct } from '@/lib/server/db/with-actor';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { ImportId, Moved, undoBody } from '@/lib/server/imports/shapes';
import { undoImport } from '@/lib/server/imports/undo';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '撤销一次导入：作为一个整体，在没有人接着修改之前',
    tag: 'imports',
    permission: 'import.run',
    // taking back a hundred thousand rows takes longer than a form may
    long: true,
    params: ImportId,
    body: undoBody,
    output: Moved,
    run: async ({ tx, actor, params, body }) => {
      await setAct(tx, { action: 'import.undo', reason: body.reason });
      return undoImport(tx, actor, params.id, body.reason);
    },
  }),
});
