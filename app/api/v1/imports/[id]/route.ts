import { done, failure, notFound } from '@/lib/server/answer';
import { withActor } from '@/lib/server/db/with-actor';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { importDetail, importInMotion } from '@/lib/server/imports/queries';
import { ImportDetailShape, ImportId } from '@/lib/server/imports/shapes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '一次导入：进度、核对结果、列的对应关系、能否撤销',
    tag: 'imports',
    permission: 'import.run',
    bare: true,
    params: ImportId,
    output: ImportDetailShape,
    run: async ({ actor, params, locale }) => {
      if (!actor) return failure(401, 'sign_in_required');
      // who waits for one asks every second, and cheaply; one after the other, never one inside the other
      const detail =
        (await withReader(actor, (reader) => importInMotion(reader, actor, params.id, locale))) ??
        (await withActor(actor, (tx) => importDetail(tx, actor, params.id, locale)));
      return detail ? done(detail, { version: detail.version }) : notFound();
    },
  }),
});
