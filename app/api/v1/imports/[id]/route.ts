import { done, notFound } from '@/lib/server/answer';
import { withActor } from '@/lib/server/db/with-actor';
import { defineRoutes, readOperation } from '@/lib/server/define-route';
import { importDetail, importInMotion } from '@/lib/server/imports/queries';
import { ImportDetailShape, ImportId } from '@/lib/server/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '一次导入：进度、核对结果、列的对应关系、能否撤销',
    tag: 'imports',
    permission: 'import.run',
    params: ImportId,
    output: ImportDetailShape,
    run: async ({ reader, actor, params, locale }) => {
      const detail =
        (await importInMotion(reader, actor, params.id, locale)) ??
        (await withActor(actor, (tx) => importDetail(tx, actor, params.id, locale)));
      return detail ? done(detail, { version: detail.version }) : notFound();
    },
  }),
});
