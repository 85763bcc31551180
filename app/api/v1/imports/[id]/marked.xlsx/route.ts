import { Readable } from 'node:stream';
import { publicFacilities } from '@/lib/domain/rulebook/rulebook';
import { failure, notFound } from '@/lib/server/answer';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withActor } from '@/lib/server/db/with-actor';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { findBatch } from '@/lib/server/imports/batch';
import { markedWorkbook, marksOf } from '@/lib/server/imports/marked';
import { ImportId } from '@/lib/server/imports/shapes';
import { workbookResponse, XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '标注好的表：有问题的格子涂了颜色，批注里写着怎么改',
    tag: 'imports',
    permission: 'import.run',
    // The workbook as it was sent in, with the owners in clear.
    token: 'never',
    limit: 'export',
    bare: true,
    params: ImportId,
    produces: XLSX,
    run: async ({ actor, params, locale }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const found = await withActor(actor, async (tx) => {
        const batch = await findBatch(tx, actor, params.id);
        if (!batch) return null;
        const { rulebook } = await rulebookInForce(tx);
        return { batch, marks: await marksOf(tx, params.id, locale), facilities: publicFacilities(rulebook) };
      });
      if (!found || found.batch.status === 'refused') return notFound();
      const book = await markedWorkbook(found.batch, found.marks, found.facilities);
      const name = `${found.batch.fileName.replace(/\.[^.]+$/, '')}-已标注.xlsx`;
      return workbookResponse(Readable.toWeb(book) as ReadableStream<Uint8Array>, name);
    },
  }),
});
