import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { importDetail } from '@/lib/server/imports/queries';
import { ImportDetailShape, ImportId } from '@/lib/server/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一次导入：进度、核对结果、列的对应关系、能否撤销',
    tag: 'imports',
    permission: 'import.run',
    params: ImportId,
    output: ImportDetailShape,
    run: async ({ tx, actor, params, locale }) => {
      const detail = await importDetail(tx, actor, params.id, locale);
      return detail ? done(detail, { version: detail.version }) : notFound();
    },
  }),
});
