import { prefectureBureau } from '@/lib/server/annual/plan-rows';
import { failure, notFound } from '@/lib/server/answer';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { idParams } from '@/lib/server/compounds/shapes';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { fileResponse } from '@/lib/server/files/files';
import { batchPaper } from '@/lib/server/funds/batch-paper';
import { batchDetail } from '@/lib/server/funds/batch-rows';
import { DOCX } from '@/lib/server/papers/media-type';
import { officialDocx } from '@/lib/server/papers/official-docx';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '资金下达明细的 Word 文件，按党政机关公文格式排版',
    tag: 'funds',
    permission: 'fund.read',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: DOCX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const { batch, issuer, rulebook } = await withReader(actor, async (reader) => ({
        batch: await batchDetail(reader, actor, params.id),
        issuer: await prefectureBureau(reader, actor),
        rulebook: (await rulebookInForce(reader)).rulebook,
      }));
      if (!batch) return notFound();
      const bytes = await officialDocx(batchPaper(batch, issuer, rulebook));
      return fileResponse({ bytes, name: `${batch.title}.docx`, mediaType: DOCX }, false);
    },
  }),
});
